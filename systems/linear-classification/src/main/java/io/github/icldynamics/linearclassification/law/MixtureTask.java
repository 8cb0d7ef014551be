package io.github.icldynamics.linearclassification.law;

import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * One task: the law it is drawn from and its class means.
 *
 * @param means c vectors of R^d
 */
public record MixtureTask(MixtureLaw law, List<Vector> means) {
  public MixtureTask {
    means = List.copyOf(means);
  }

  /**
   * What whoever knows the task answers: {@code P(y = j | x) = softmax(ln π_j + μ_jᵀΛ^{−1}x − ½
   * μ_jᵀΛ^{−1}μ_j)}; with equal norms and priors, the softmax of {@code μ_jᵀΛ^{−1}x}.
   */
  public Vector bayes(Vector query) {
    double[] inverse = law.axes().variances().toArray();
    Arrays.setAll(inverse, i -> 1 / inverse[i]);
    var precision = law.axes().toOriginal(SquareMatrix.diagonal(inverse));
    double[] logits = new double[law.classes()];
    for (int j = 0; j < logits.length; j++) {
      var slope = precision.times(means.get(j));
      double offset = FastMath.log(law.priors().get(j)) - 0.5 * slope.dot(means.get(j));
      logits[j] = offset + slope.dot(query);
    }
    return Softmax.of(logits);
  }
}
