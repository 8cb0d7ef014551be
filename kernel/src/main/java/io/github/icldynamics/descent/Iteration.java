package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/** A discrete method as it goes: weights, memory, and the direction and loss last computed. */
final class Iteration {
  private final Objective objective;
  private final UpdateRule rule;
  private final double learningRate;
  private final double[] weights;
  private final double[] memory;
  private final double[] direction;
  private final double[] multiplicity;
  private final double[] previousWeights;
  private final double[] previousMemory;
  private boolean moved = true;
  private boolean diverged;
  private long iteration;
  private double loss;
  private final Pace pace = new Pace();

  /**
   * @param state weights, then memory, as {@link #state} gives them
   */
  Iteration(
      Objective objective, UpdateRule rule, double learningRate, Vector state, long iteration) {
    this.objective = objective;
    this.rule = rule;
    this.learningRate = learningRate;
    int size = objective.size();
    double[] values = state.toArray();
    this.weights = Arrays.copyOf(values, size);
    this.memory = Arrays.copyOfRange(values, size, values.length);
    this.direction = new double[size];
    this.multiplicity = new double[size];
    for (int i = 0; i < size; i++) {
      multiplicity[i] = objective.multiplicity(i);
    }
    this.previousWeights = weights.clone();
    this.previousMemory = memory.clone();
    this.iteration = iteration;
  }

  /** The state at the start: the weights, and an empty memory. */
  static Vector start(Vector weights, UpdateRule rule) {
    return Vector.of(
        Arrays.copyOf(weights.toArray(), weights.size() * (1 + rule.memoryPerWeight())));
  }

  long iteration() {
    return iteration;
  }

  /** The weights, then what the rule remembers. */
  double[] state() {
    double[] state = Arrays.copyOf(weights, weights.length + memory.length);
    System.arraycopy(memory, 0, state, weights.length, memory.length);
    return state;
  }

  void evaluate() {
    loss = objective.descend(iteration * learningRate, weights, direction);
  }

  /** Whether nothing moves and nothing ever will. */
  boolean isAtRest() {
    return maximumNorm(direction) == 0
        && maximumNorm(memory) == 0
        && objective.nextKink(iteration * learningRate) == Double.POSITIVE_INFINITY
        && !objective.isRandom();
  }

  void step() {
    System.arraycopy(weights, 0, previousWeights, 0, weights.length);
    System.arraycopy(memory, 0, previousMemory, 0, memory.length);
    iteration++;
    rule.step(
        new UpdateRule.Step(weights, direction, memory, multiplicity, learningRate, iteration));
    moved =
        !Arrays.equals(weights, previousWeights)
            || !Arrays.equals(memory, previousMemory)
            || objective.isRandom();
    diverged = !(maximumNorm(weights) <= objective.largestWeight());
    if (diverged) {
      undo();
    }
  }

  private void undo() {
    System.arraycopy(previousWeights, 0, weights, 0, weights.length);
    System.arraycopy(previousMemory, 0, memory, 0, memory.length);
    iteration--;
  }

  /** Where nothing moves, any later iteration is the same. */
  void skipTo(long later) {
    iteration = Math.max(iteration, later);
  }

  Optional<Outcome> outcome(long last, Goal goal) {
    double tau = iteration * learningRate;
    if (goal.isMet(loss)) {
      return Optional.of(new Outcome(Ending.CONVERGED, tau));
    }
    if (iteration >= last) {
      return Optional.of(new Outcome(Ending.BUDGET_EXHAUSTED, tau));
    }
    if (isAtRest()) {
      var rest =
          goal instanceof Goal.Settle
              ? Stability.ofRest(objective, tau, weights)
              : Ending.NO_DESCENT;
      return Optional.of(new Outcome(rest, tau));
    }
    // A step lost in the rounding of every weight: then so are all that follow.
    if (!moved && objective.nextKink(tau) == Double.POSITIVE_INFINITY) {
      return Optional.of(new Outcome(Ending.TOO_SLOW, tau));
    }
    if (diverged) {
      return Optional.of(new Outcome(Ending.DIVERGED, tau));
    }
    if (goal instanceof Goal.Approach(double target, _)
        && pace.misses(target, last, iteration, loss)) {
      return Optional.of(new Outcome(Ending.OUT_OF_REACH, tau));
    }
    return goal instanceof Goal.Settle && isAtMinimum(tau, goal.horizon())
        ? Optional.of(new Outcome(Ending.STATIONARY, tau))
        : Optional.empty();
  }

  /** Looked at each time the number of iterations has doubled: telling a saddle is expensive. */
  private boolean isAtMinimum(double tau, double horizon) {
    return Long.bitCount(iteration) == 1
        && Goal.Settle.motionAboveRest(maximumNorm(direction), tau) < 0
        && Stability.fastestGrowth(objective, tau, weights) * horizon <= 1;
  }

  /** The largest absolute value; not a number if one is not. */
  static double maximumNorm(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = FastMath.max(largest, FastMath.abs(value));
    }
    return largest;
  }
}
