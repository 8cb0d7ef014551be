package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.linearclassification.law.PrincipalAxes;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * Fisher's linear discriminant: Bayes' rule with the prompt's class means m_j for the true ones and
 * its class frequencies for priors, {@code ln(N_j/N) + m_jᵀΛ^{−1}x − ½ m_jᵀΛ^{−1}m_j}. A class
 * without tokens is never answered.
 */
public record LinearDiscriminant(SharedCovariance covariance) implements PromptClassifier {
  @Override
  public String title() {
    return "Linear discriminant, " + covariance.title();
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.github.icldynamics.schema.InvalidInputException if the prompt is not of the known
   *     covariance's dimension
   */
  @Override
  public Rule fit(LabelledPrompt prompt) {
    var classes = ClassMeans.of(prompt);
    var precision = inverse(covariance.of(prompt));
    var slopes = new ArrayList<Vector>();
    double[] offsets = new double[prompt.classes()];
    for (int j = 0; j < offsets.length; j++) {
      var mean = classes.means().get(j);
      var slope = precision.times(mean);
      slopes.add(slope);
      double share = (double) classes.counts().get(j) / prompt.size();
      offsets[j] = FastMath.log(share) - 0.5 * slope.dot(mean);
    }
    return new LinearRule(Vector.of(offsets), slopes);
  }

  private static SquareMatrix inverse(SymmetricMatrix matrix) {
    var axes = PrincipalAxes.of(matrix);
    var inverse = Arrays.stream(axes.variances().toArray()).map(variance -> 1 / variance);
    return axes.toOriginal(SquareMatrix.diagonal(inverse.toArray()));
  }
}
