/**
 * The catalogue of Shen, Zhou, Yang &amp; Shen, <i>On the Training Convergence of Transformers for
 * In-Context Classification of Gaussian Mixtures</i>: what the paper states, and what this project
 * finds in the same system. {@code docs/theory/mixture-risk.md} derives the latter. For the
 * minimiser {@code W* = c(Λ^{−1} + G)} of the population risk with prompts of N tokens and for the
 * answers to prompts of M:
 *
 * <pre>  N G → Γ,   E ½ Σ_j |P̂_j − P_j| → a/√M (N = ∞),   → b/N (M = ∞)</pre>
 */
@NullMarked
package io.github.icldynamics.linearclassification.claims;

import org.jspecify.annotations.NullMarked;
