/**
 * Many runs asked for at once: axes over the fields of an experiment, a table with a row a run, and
 * the figures that it makes.
 */
@NullMarked
package io.github.icldynamics.lab.sweep;

import org.jspecify.annotations.NullMarked;
