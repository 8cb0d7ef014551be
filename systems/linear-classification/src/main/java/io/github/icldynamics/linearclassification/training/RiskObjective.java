package io.github.icldynamics.linearclassification.training;

import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.linearclassification.objective.Risk;
import io.github.icldynamics.linearclassification.objective.RiskMinimum;
import io.github.icldynamics.numeric.Vector;
import java.util.function.DoubleConsumer;

/**
 * A risk to be descended. A goal looks at the squared distance from its minimum as a share of that
 * at the start, which is what converges at a linear rate.
 */
final class RiskObjective implements Objective {
  private final Risk risk;
  private final RiskMinimum minimum;
  private final double first;
  private final DoubleConsumer progress;
  private double evaluations;

  /**
   * @param first squared distance at the start
   * @param progress told how often the gradient has been worked out, each time
   */
  RiskObjective(Risk risk, RiskMinimum minimum, double first, DoubleConsumer progress) {
    this.risk = risk;
    this.minimum = minimum;
    this.first = first;
    this.progress = progress;
  }

  @Override
  public int size() {
    return risk.size();
  }

  @Override
  public double descend(double tau, double[] weights, double[] direction) {
    progress.accept(++evaluations);
    var at = Vector.of(weights);
    var gradient = risk.slope(at).gradient();
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -gradient.get(i);
    }
    return MixtureRun.squaredDistance(at, minimum.weights()) / first;
  }
}
