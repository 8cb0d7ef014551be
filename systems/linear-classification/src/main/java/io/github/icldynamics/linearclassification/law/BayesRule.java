package io.github.icldynamics.linearclassification.law;

import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** The Bayes classifier of one task: a linear rule, made ready for many queries. */
final class BayesRule {
  private final List<Vector> slopes = new ArrayList<>();
  private final double[] offsets;

  BayesRule(MixtureTask task) {
    var law = task.law();
    double[] inverse = law.axes().variances().toArray();
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = 1 / inverse[i];
    }
    var precision = law.axes().toOriginal(SquareMatrix.diagonal(inverse));
    offsets = new double[law.classes()];
    for (int j = 0; j < offsets.length; j++) {
      var slope = precision.times(task.means().get(j));
      slopes.add(slope);
      offsets[j] = FastMath.log(law.priors().get(j)) - 0.5 * slope.dot(task.means().get(j));
    }
  }

  Vector probabilities(Vector query) {
    double[] logits = offsets.clone();
    for (int j = 0; j < logits.length; j++) {
      logits[j] += slopes.get(j).dot(query);
    }
    return Softmax.of(logits);
  }
}
