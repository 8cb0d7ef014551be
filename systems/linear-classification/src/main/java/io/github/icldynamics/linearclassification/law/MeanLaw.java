package io.github.icldynamics.linearclassification.law;

/** How the class means of a task are drawn; the first is always {@code μ_0 ~ N(0, I)}. */
public enum MeanLaw {
  /**
   * The paper's: {@code μ_j = Λ^{1/2} U_j Λ^{−1/2} μ_0} with independent Haar rotations, so that
   * all means have one {@code Λ^{−1}}-norm.
   */
  ROTATED,
  /** {@code μ_j ~ N(0, I)}, each by itself: a broken assumption. */
  INDEPENDENT
}
