package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.List;

/**
 * The loss of a whole layer, {@code Σ_k π_k L_k}, as a function of the logits of all columns, one
 * after the other, and of the value scale ν that they share, which comes last.
 */
final class SharedScaleLoss implements Objective {
  private final List<QueryColumn> columns;
  private final List<ScaledValueEvaluator> evaluators;
  private final double[] weights;
  private final int[] offsets;
  private final double[] losses;

  /**
   * @param columns one for each group of exchangeable queries
   * @param weights π_k times the number of queries that share the column
   */
  SharedScaleLoss(List<QueryColumn> columns, double[] weights) {
    this.columns = List.copyOf(columns);
    this.weights = weights.clone();
    this.losses = new double[columns.size()];
    this.offsets = new int[columns.size() + 1];
    for (int k = 0; k < columns.size(); k++) {
      offsets[k + 1] = offsets[k] + columns.get(k).size();
    }
    this.evaluators =
        columns.stream()
            .map(column -> column.withQueryWeight(1))
            .map(column -> new ScaledValueEvaluator(column, LaplaceGrid.fullAccuracy()))
            .toList();
  }

  @Override
  public int size() {
    return offsets[columns.size()] + 1;
  }

  @Override
  public double multiplicity(int entry) {
    for (int k = 0; k < columns.size(); k++) {
      if (entry < offsets[k + 1]) {
        return columns.get(k).count(entry - offsets[k]);
      }
    }
    return 1;
  }

  @Override
  public double descend(double tau, double[] state, double[] direction) {
    double scale = state[state.length - 1];
    double total = 0;
    double valueDescent = 0;
    for (int k = 0; k < losses.length; k++) {
      int size = columns.get(k).size();
      double[] logits = new double[size];
      double[] descent = new double[size];
      System.arraycopy(state, offsets[k], logits, 0, size);
      losses[k] = evaluators.get(k).descend(scale, logits, descent);
      total += weights[k] * losses[k];
      valueDescent += weights[k] * evaluators.get(k).valueDescent();
      for (int n = 0; n < size; n++) {
        direction[offsets[k] + n] = weights[k] * descent[n];
      }
    }
    direction[direction.length - 1] = valueDescent;
    return total;
  }

  /** The losses of the columns where the last call of {@code descend} looked. */
  double[] losses() {
    return losses.clone();
  }
}
