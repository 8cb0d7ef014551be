package io.github.icldynamics.linearclassification.training;

import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.linearclassification.objective.Risk;
import io.github.icldynamics.linearclassification.objective.RiskMinimum;
import io.github.icldynamics.numeric.Vector;

/**
 * A risk to be descended. A goal looks at the squared distance from its minimum as a share of that
 * at the start, which is what converges at a linear rate.
 */
final class RiskObjective implements Objective {
  private final Risk risk;
  private final RiskMinimum minimum;
  private final double first;

  /**
   * @param first squared distance at the start
   */
  RiskObjective(Risk risk, RiskMinimum minimum, double first) {
    this.risk = risk;
    this.minimum = minimum;
    this.first = first;
  }

  @Override
  public int size() {
    return risk.size();
  }

  @Override
  public double descend(double tau, double[] weights, double[] direction) {
    var at = Vector.of(weights);
    var gradient = risk.slope(at).gradient();
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -gradient.get(i);
    }
    double left = MixtureRun.squaredDistance(at, minimum.weights());
    // A run that starts at the minimum is there.
    return first > 0 ? left / first : left;
  }
}
