/**
 * What a paper takes from the laboratory: figures, the numbers of their curves, tables in LaTeX.
 */
@NullMarked
package io.github.icldynamics.lab.paper;

import org.jspecify.annotations.NullMarked;
