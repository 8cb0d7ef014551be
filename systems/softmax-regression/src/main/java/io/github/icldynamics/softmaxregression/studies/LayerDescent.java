package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.descent.UpdateRule;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A discrete method on one column of each group of features, watched step by step. */
final class LayerDescent {
  private final List<Objective> columns;
  private final UpdateRule rule;
  private final double learningRate;
  private final double[] multiplicity;
  private final double[] weights;
  private final double[] direction;
  private final double[] memory;
  private final double[] losses;
  private final double[] least;
  private long iteration;
  private double rise = 1;
  private double longestStep;

  /**
   * @param columns that of the first feature of each group, in the order of the groups
   */
  LayerDescent(TokenLaw law, List<Objective> columns, UpdateRule rule, double learningRate) {
    this.columns = columns;
    this.rule = rule;
    this.learningRate = learningRate;
    this.multiplicity =
        IntStream.range(0, columns.size())
            .boxed()
            .flatMapToDouble(k -> multiplicities(columns.get(k), law.groups().get(k).count()))
            .toArray();
    this.weights = new double[multiplicity.length];
    this.direction = new double[multiplicity.length];
    this.memory = new double[multiplicity.length * rule.memoryPerWeight()];
    this.losses = new double[columns.size()];
    this.least = new double[columns.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    evaluate();
  }

  private static DoubleStream multiplicities(Objective column, long members) {
    return IntStream.range(0, column.size()).mapToDouble(i -> members * column.multiplicity(i));
  }

  private void evaluate() {
    int offset = 0;
    for (int k = 0; k < losses.length; k++) {
      int end = offset + columns.get(k).size();
      double[] own = new double[end - offset];
      double[] logits = Arrays.copyOfRange(weights, offset, end);
      losses[k] = columns.get(k).descend(iteration * learningRate, logits, own);
      System.arraycopy(own, 0, direction, offset, own.length);
      rise = Math.max(rise, losses[k] / least[k]);
      least[k] = Math.min(least[k], losses[k]);
      offset = end;
    }
  }

  void step() {
    double[] before = weights.clone();
    iteration++;
    rule.step(
        new UpdateRule.Step(weights, direction, memory, multiplicity, learningRate, iteration));
    for (int i = 0; i < before.length; i++) {
      longestStep = Math.max(longestStep, Math.abs(weights[i] - before[i]));
    }
    evaluate();
  }

  long iteration() {
    return iteration;
  }

  /** The largest loss of all queries. */
  double loss() {
    return Arrays.stream(losses).max().orElseThrow();
  }

  /** The most by which a loss has exceeded what it was before, as a factor of at least 1. */
  double rise() {
    return rise;
  }

  /** The most by which one step has moved a logit. */
  double longestStep() {
    return longestStep;
  }

  /** {@code A_k − B_{k,n}} of the last column, where n is one of its last group. */
  double lead() {
    return weights[weights.length - 2] - weights[weights.length - 1];
  }

  /** The share of the squared norm of the whole gradient that lies in the last group's columns. */
  double lastShare() {
    int last = direction.length - columns.getLast().size();
    double total = 0;
    double rest = 0;
    for (int i = 0; i < direction.length; i++) {
      double square = multiplicity[i] * direction[i] * direction[i];
      total += square;
      rest += i >= last ? square : 0;
    }
    return rest / total;
  }
}
