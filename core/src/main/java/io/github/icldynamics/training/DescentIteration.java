package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/** Gradient descent as it goes: the logits, and the direction and loss last computed at them. */
final class DescentIteration {
  private final PopulationEvaluator evaluator;
  private final double learningRate;
  private final double[] logits;
  private final double[] direction;
  private double loss;

  DescentIteration(QueryColumn column, double learningRate, Vector initial) {
    this.evaluator = PopulationEvaluator.of(column);
    this.learningRate = learningRate;
    this.logits = initial.toArray();
    this.direction = new double[logits.length];
  }

  double[] logits() {
    return logits;
  }

  void evaluate() {
    loss = evaluator.descend(logits, direction);
  }

  boolean isAtRest() {
    return maximumNorm(direction) == 0;
  }

  /** Whether a step is lost in the rounding of every logit: then so are all that follow. */
  boolean isTooSlowToMove() {
    for (int m = 0; m < logits.length; m++) {
      if (logits[m] + learningRate * direction[m] != logits[m]) {
        return false;
      }
    }
    return true;
  }

  void step() {
    for (int m = 0; m < logits.length; m++) {
      logits[m] += learningRate * direction[m];
    }
  }

  Optional<Outcome> outcome(long iteration, long last, Goal goal) {
    double tau = iteration * learningRate;
    if (goal.isMet(loss)) {
      return Optional.of(new Outcome.Converged(tau));
    }
    if (iteration >= last) {
      return Optional.of(new Outcome.HorizonReached(tau));
    }
    double motion = learningRate * maximumNorm(direction);
    if (isAtRest()) {
      return Optional.of(new Outcome.Stuck(tau, Outcome.Reason.NO_DESCENT));
    }
    if (isTooSlowToMove()) {
      return Optional.of(new Outcome.Stuck(tau, Outcome.Reason.TOO_SLOW));
    }
    if (!(maximumNorm(logits) + motion <= QueryColumn.LARGEST_LOGIT)) {
      return Optional.of(new Outcome.Stuck(tau, Outcome.Reason.DIVERGED));
    }
    return goal instanceof Goal.Settle && isAtMinimum(iteration, tau, goal.horizon())
        ? Optional.of(new Outcome.AtRest(tau))
        : Optional.empty();
  }

  /** Looked at each time the number of iterations has doubled: telling a saddle is expensive. */
  private boolean isAtMinimum(long iteration, double tau, double horizon) {
    return Long.bitCount(iteration) == 1
        && Goal.Settle.motionAboveRest(maximumNorm(direction), tau) < 0
        && Stability.fastestGrowth(evaluator, logits) * horizon <= 1;
  }

  private static double maximumNorm(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = FastMath.max(largest, FastMath.abs(value));
    }
    return largest;
  }
}
