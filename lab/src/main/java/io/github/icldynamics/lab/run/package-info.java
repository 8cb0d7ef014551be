/**
 * Experiments carried out: columns on threads, how they ended, and the summary that people and
 * programs read.
 */
@NullMarked
package io.github.icldynamics.lab.run;

import org.jspecify.annotations.NullMarked;
