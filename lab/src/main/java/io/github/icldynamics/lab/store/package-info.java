/**
 * Run folders: the experiment, its provenance, the summary, the trajectory as a table, and the
 * pictures; complete or not there at all.
 */
@NullMarked
package io.github.icldynamics.lab.store;

import org.jspecify.annotations.NullMarked;
