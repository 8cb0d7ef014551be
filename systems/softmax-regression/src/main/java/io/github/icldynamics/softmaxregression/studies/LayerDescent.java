package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.descent.UpdateRule;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.Arrays;
import java.util.List;

/** A discrete method on one column of each group of features, watched step by step. */
final class LayerDescent {
  private final List<Objective> columns;
  private final UpdateRule rule;
  private final double learningRate;
  private final double[][] logits;
  private final double[][] directions;
  private final double[] weights;
  private final double[] before;
  private final double[] direction;
  private final double[] memory;
  private final double[] multiplicity;
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
    int size = columns.stream().mapToInt(Objective::size).sum();
    this.weights = new double[size];
    this.before = new double[size];
    this.direction = new double[size];
    this.memory = new double[size * rule.memoryPerWeight()];
    this.multiplicity = new double[size];
    this.logits = new double[columns.size()][];
    this.directions = new double[columns.size()][];
    this.losses = new double[columns.size()];
    this.least = new double[columns.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    int entry = 0;
    for (int k = 0; k < columns.size(); k++) {
      var column = columns.get(k);
      logits[k] = new double[column.size()];
      directions[k] = new double[column.size()];
      for (int i = 0; i < column.size(); i++) {
        multiplicity[entry++] = law.groups().get(k).count() * column.multiplicity(i);
      }
    }
    evaluate();
  }

  private void evaluate() {
    int offset = 0;
    for (int k = 0; k < logits.length; k++) {
      evaluate(k, offset);
      offset += logits[k].length;
    }
  }

  private void evaluate(int k, int offset) {
    int size = logits[k].length;
    System.arraycopy(weights, offset, logits[k], 0, size);
    losses[k] = columns.get(k).descend(iteration * learningRate, logits[k], directions[k]);
    System.arraycopy(directions[k], 0, direction, offset, size);
    rise = Math.max(rise, losses[k] / least[k]);
    least[k] = Math.min(least[k], losses[k]);
  }

  /** Takes one step. */
  void step() {
    System.arraycopy(weights, 0, before, 0, before.length);
    iteration++;
    rule.step(
        new UpdateRule.Step(weights, direction, memory, multiplicity, learningRate, iteration));
    for (int i = 0; i < before.length; i++) {
      longestStep = Math.max(longestStep, Math.abs(weights[i] - before[i]));
    }
    evaluate();
  }

  /** Steps taken. */
  long iteration() {
    return iteration;
  }

  /** The largest loss of all queries. */
  double loss() {
    double largest = losses[0];
    for (double loss : losses) {
      largest = Math.max(largest, loss);
    }
    return largest;
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
    double[] last = logits[logits.length - 1];
    return last[last.length - 2] - last[last.length - 1];
  }

  /** The share of the squared norm of the whole gradient that lies in the last group's columns. */
  double lastShare() {
    int last = direction.length - directions[directions.length - 1].length;
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
