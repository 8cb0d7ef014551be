/**
 * The population risk and its minimiser: a layer of linear attention learns to classify Gaussian
 * mixtures in context (Shen, Zhou, Yang & Shen, ICML 2025). A task draws c class means of equal
 * {@code Λ^{−1}}-norm; tokens and query are {@code N(μ_y, Λ)}; the layer answers
 *
 * <pre>
 *   P = softmax(p_jᵀ W x_query),   p_j = (1/N) Σ_{i: y_i = j} x_i   (sigmoid of the difference for c = 2)
 * </pre>
 *
 * <p>The population cross-entropy is computed with the noise of the prompt integrated out:
 * deterministically along one direction of the logits ({@code LogisticSmoothing}), all else by
 * randomised quasi-Monte-Carlo with a standard error ({@code SampledRisk}); for two classes in one
 * or two dimensions without sampling ({@code ExactRisk}). Its unique minimiser is {@code W* =
 * c(Λ^{−1} + G)} with {@code G = O(1/N)}. {@code docs/theory/mixture-risk.md} derives it all.
 */
@NullMarked
package io.github.icldynamics.linearclassification.objective;

import org.jspecify.annotations.NullMarked;
