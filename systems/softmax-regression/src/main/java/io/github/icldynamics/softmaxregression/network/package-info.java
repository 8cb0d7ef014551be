/**
 * The network itself, token by token, as in the paper: embedding {@code E ∈ R^{(d+1)×(N+1)}}, value
 * and key-query matrices {@code W^V = diag(0_d, ν)}, {@code W^{KQ} = diag(Q, 0)}, masked softmax
 * attention, and its gradient with respect to Q by hand. It is the third witness of the population
 * loss, and what answers new prompts with a trained Q.
 *
 * <pre>
 *   ŷ = Σ_i attn_i ν y_i,   attn_i ∝ exp(x_iᵀ Q x_query),   ∂ŷ/∂Q = Σ_i attn_i (ν y_i − ŷ) x_i x_queryᵀ
 * </pre>
 */
@NullMarked
package io.github.icldynamics.softmaxregression.network;

import org.jspecify.annotations.NullMarked;
