/**
 * Pictures for a paper: line charts, panels of line charts, rows of attention maps, maps of class
 * probabilities and of matrices, each as a PNG or as an SVG whose text stays text.
 *
 * <p>A {@link io.github.icldynamics.lab.figure.Figure} is plain immutable data; rendering it twice,
 * in one run or in two, gives the same bytes. Figures may be rendered from several threads at once.
 */
@NullMarked
package io.github.icldynamics.lab.figure;

import org.jspecify.annotations.NullMarked;
