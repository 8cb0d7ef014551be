package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.Vector;

/**
 * The learning rate at which gradient descent on a risk cannot overshoot.
 *
 * <p>The Hessian in W is {@code E (D ⊗ …)} with {@code D = diag(P) − P Pᵀ} between the class sums.
 * As no eigenvalue of D exceeds ½ and {@code D 1 = 0}, {@code D ⪯ ½ (I − 11ᵀ/c)}, which is c/2
 * times its value at {@code W = 0}: everywhere {@code H(W) ⪯ (c/2) H(0)}. For two classes the
 * factor is 1.
 */
public final class SafeStep {
  private SafeStep() {}

  /** {@code η = 1/((c/2) λ_max(H(0)))}. */
  public static double of(Risk risk) {
    double largest = risk.curvature(Vector.zero(risk.size())).hessian().spectrum().greatest();
    return 2 / (risk.law().classes() * largest);
  }
}
