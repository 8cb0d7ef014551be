/**
 * The population loss of one query, its negative gradient and the mean attention, exactly: one
 * Laplace integral for finite prompts, a closed form for infinite ones. Beside it two witnesses
 * that share no formula with it: enumeration of all counts and Monte Carlo over sampled counts.
 *
 * <p>With {@code t_m = s e^{s_m}}, {@code φ = Σ p_m e^{−t_m}}, {@code r_m = p_m e^{−t_m}/φ}, {@code
 * X_m = t_m r_m} and {@code D_ml = C_ml − C_mk − C_kl + C_kk}, everything is a sum over nodes of
 * {@code φ^N} times a polynomial in {@code X} and {@code t}; {@code docs/theory/laplace-method.md}
 * derives it. In the paper's case, {@code C = I}:
 *
 * <pre>  L_k = ½ ∫ φ^N [N(N−1) (Σ X_m² + (Σ X_m)²) + 2 N Σ t_m X_m] ds/s,   m ≠ k</pre>
 */
@NullMarked
package io.github.icldynamics.softmaxregression.objective;

import org.jspecify.annotations.NullMarked;
