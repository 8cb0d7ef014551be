/**
 * Pictures as data: line charts, panels of them, rows of attention maps, maps of class
 * probabilities and of matrices. Plain immutable values: who has a screen or a file paints them.
 */
@NullMarked
package io.github.icldynamics.chart;

import org.jspecify.annotations.NullMarked;
