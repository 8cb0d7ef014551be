package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.SymmetricMatrix;
import java.util.List;

/**
 * A risk with its gradient and Hessian.
 *
 * @param hessian one row and one column a weight
 */
public record RiskCurvature(RiskSlope slope, SymmetricMatrix hessian) {
  /** The mean over replicates, in their order. */
  static RiskCurvature mean(List<RiskCurvature> curvatures) {
    int size = curvatures.get(0).hessian.size();
    double[][] hessian = new double[size][size];
    for (var curvature : curvatures) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          hessian[i][j] += curvature.hessian.get(i, j) / curvatures.size();
        }
      }
    }
    return new RiskCurvature(
        RiskSlope.mean(curvatures.stream().map(RiskCurvature::slope).toList()),
        SymmetricMatrix.of(hessian));
  }
}
