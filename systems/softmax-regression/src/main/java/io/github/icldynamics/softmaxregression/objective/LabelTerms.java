package io.github.icldynamics.softmaxregression.objective;

/**
 * The part of the integrand that depends on the labels. For any D, with {@code q = XᵀDX}, {@code θ
 * = Σ D_mm t_m X_m}, {@code y = DX}, {@code z_n = Σ D_nm t_m X_m}, {@code S = Σ X_m}, {@code T = Σ
 * t_m X_m} over all features and {@code N₂ = N(N−1)}, {@code N₃ = N(N−1)(N−2)}:
 *
 * <pre>
 *  L_k         = ½ ∫ φ^N [N₂ q + N (θ + σ² T)] ds/s
 *  g_n / p_k   = ½ ∫ φ^N X_n {N₃ [q − S y_n]
 *                           + N₂ [θ − z_n + t_n (y_n − D_nn S) − σ² (t_n S − T)]} ds/s
 * </pre>
 *
 * Every term of g is of order 3 in 1/Z, and {@code Σ g_n = 0} holds node by node.
 */
sealed interface LabelTerms permits IdentityLabelTerms, MatrixLabelTerms {
  /**
   * Adds the nodes at which the block stands.
   *
   * @param descent receives the summands of {@code g_n / p_k}
   * @return the summands of L_k
   */
  double accumulate(double[] descent);
}
