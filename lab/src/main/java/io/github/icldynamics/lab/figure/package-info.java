/**
 * Pictures painted from charts: line charts, panels of line charts, rows of attention maps, maps of
 * class probabilities and of matrices; for a screen as a PNG or as an SVG whose text stays text,
 * for a paper as a PDF or an SVG.
 *
 * <p>A {@link io.github.icldynamics.chart.Chart} is plain immutable data; painting it twice, in one
 * run or in two, gives the same bytes. Several threads may paint at once.
 */
@NullMarked
package io.github.icldynamics.lab.figure;

import org.jspecify.annotations.NullMarked;
