package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/**
 * The losses that gradient descent goes through, step by step: what shows whether it overshoots.
 *
 * @param losses before the first step, after the first, …
 */
public record LossHistory(List<Double> losses) {
  /** Rounding of a loss, relative: a smaller rise is none. */
  public static final double ROUNDING = 1e-12;

  public LossHistory {
    losses = List.copyOf(losses);
    if (losses.isEmpty()) {
      throw new InvalidInputException("losses", "must hold at least the one at the start");
    }
  }

  /**
   * Gradient descent from Q = 0.
   *
   * @param learningRate η, positive
   * @param steps how many, as long as the logits stay within {@link QueryColumn#LARGEST_LOGIT}
   */
  public static LossHistory ofDescent(QueryColumn column, double learningRate, int steps) {
    var evaluator = PopulationEvaluator.of(column);
    double[] logits = new double[column.size()];
    double[] descent = new double[column.size()];
    var losses = new ArrayList<Double>();
    double largest = 0;
    for (int step = 0; step <= steps && largest <= QueryColumn.LARGEST_LOGIT; step++) {
      losses.add(evaluator.descend(logits, descent));
      boolean rests = true;
      for (int m = 0; m < logits.length; m++) {
        double next = logits[m] + learningRate * descent[m];
        rests &= next == logits[m];
        logits[m] = next;
        largest = FastMath.max(largest, FastMath.abs(next));
      }
      if (rests) {
        losses.addAll(Collections.nCopies(steps - step, losses.getLast()));
        break;
      }
    }
    return new LossHistory(losses);
  }

  /** The largest {@code L(t + 1)/L(t) − 1}, −∞ if there was no step. */
  public double largestRise() {
    return eachRise().max().orElse(Double.NEGATIVE_INFINITY);
  }

  /** How many steps raised the loss. */
  public int rises() {
    // A loss that is no number is no descent.
    return (int) eachRise().filter(rise -> !(rise <= ROUNDING)).count();
  }

  private DoubleStream eachRise() {
    return IntStream.range(1, losses.size()).mapToDouble(this::rise);
  }

  private double rise(int step) {
    double before = losses.get(step - 1);
    double now = losses.get(step);
    if (before == 0) {
      return now == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return now / before - 1;
  }

  /** Whether the loss has not changed, but for rounding, over the last so many steps. */
  public boolean hasStalled(int steps) {
    int last = losses.size() - 1;
    return last >= steps
        && FastMath.abs(losses.get(last) - losses.get(last - steps))
            <= ROUNDING * losses.get(last - steps);
  }

  /** Steps until the loss is first at most a value, if it comes to that. */
  public OptionalInt stepsTo(double loss) {
    return IntStream.range(0, losses.size()).filter(step -> losses.get(step) <= loss).findFirst();
  }
}
