package io.github.icldynamics.linearclassification.law;

import io.github.icldynamics.numeric.Vector;
import java.util.List;

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
    return new BayesRule(this).probabilities(query);
  }
}
