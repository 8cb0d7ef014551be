package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.SymmetricMatrix;

/**
 * A risk with its gradient and Hessian.
 *
 * @param hessian one row and one column a weight
 */
public record RiskCurvature(RiskSlope slope, SymmetricMatrix hessian) {}
