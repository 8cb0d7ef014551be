/**
 * Kernels that everything else is built from: {@code e^{−t}} over arrays, the trapezoidal rule in
 * the logarithm of the Laplace variable, immutable vectors and symmetric matrices.
 *
 * <p>Central formula: {@code 1/Z^r = (1/Γ(r)) ∫₀^∞ s^{r−1} e^{−sZ} ds}, with {@code s = e^u} and
 * equal steps {@code h} in {@code u}; the relative error is at most about {@code 2|Γ(r +
 * 2πi/h)|/Γ(r)}, for every {@code Z}.
 *
 * <p>All arithmetic is {@code + − × ÷ √} and Hipparchus {@code FastMath}, in a fixed order: the
 * same bits on every machine.
 */
@NullMarked
package io.github.icldynamics.numeric;

import org.jspecify.annotations.NullMarked;
