/**
 * Runs of experiments: columns on threads, and what is kept of them in a run folder: the
 * experiment, its provenance, the trajectory as a table, the summary, and the pictures.
 */
@NullMarked
package io.github.icldynamics.lab.run;

import org.jspecify.annotations.NullMarked;
