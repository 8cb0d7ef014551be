package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.Vector;
import java.util.List;

/**
 * A risk and its gradient.
 *
 * @param loss mean cross-entropy, natural logarithm
 * @param gradient one entry a weight
 */
public record RiskSlope(double loss, Vector gradient) {
  /** The mean over replicates, in their order. */
  static RiskSlope mean(List<RiskSlope> slopes) {
    double[] gradient = new double[slopes.get(0).gradient.size()];
    double loss = 0;
    for (var slope : slopes) {
      loss += slope.loss / slopes.size();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += slope.gradient.get(i) / slopes.size();
      }
    }
    return new RiskSlope(loss, Vector.of(gradient));
  }
}
