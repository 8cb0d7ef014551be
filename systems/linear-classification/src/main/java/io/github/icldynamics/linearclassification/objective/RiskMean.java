package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import java.util.List;

/** Means over replicates, in their order. */
final class RiskMean {
  private RiskMean() {}

  static RiskSlope ofSlopes(List<RiskSlope> slopes) {
    double[] gradient = new double[slopes.get(0).gradient().size()];
    double loss = 0;
    for (var slope : slopes) {
      loss += slope.loss() / slopes.size();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += slope.gradient().get(i) / slopes.size();
      }
    }
    return new RiskSlope(loss, Vector.of(gradient));
  }

  static RiskCurvature ofCurvatures(List<RiskCurvature> curvatures) {
    int size = curvatures.get(0).hessian().size();
    double[][] hessian = new double[size][size];
    for (var curvature : curvatures) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          hessian[i][j] += curvature.hessian().get(i, j) / curvatures.size();
        }
      }
    }
    return new RiskCurvature(
        ofSlopes(curvatures.stream().map(RiskCurvature::slope).toList()),
        SymmetricMatrix.of(hessian));
  }
}
