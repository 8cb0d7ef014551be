/**
 * The catalogue of Huang, Cheng &amp; Liang, <i>In-Context Convergence of Transformers</i>: what
 * the paper states, and the sharp laws of this project about the same runs. {@code
 * docs/theory/sharp-laws.md} derives the latter. The central one, for an under-represented query
 * with odds {@code o = Attn_k/(1 − Attn_k)} and {@code T = (1 − p₁)/p_k²}:
 *
 * <pre>  τ/T = 1 + √(2/K) + [4 ln K + F(o) + const]/K + …,   F(o) = −1/o + 3 ln o + 3o + o²/2</pre>
 */
@NullMarked
package io.github.icldynamics.softmaxregression.claims;

import org.jspecify.annotations.NullMarked;
