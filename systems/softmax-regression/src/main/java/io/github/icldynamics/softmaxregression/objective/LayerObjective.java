package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.Arrays;
import java.util.List;

/**
 * All columns of a layer at once, where they are coupled: by correlated features, {@code dS/dτ = Γ
 * G Γ}; by a trained value scale, {@code dν/dτ = −Σ_k π_k ∂L_k/∂ν}; or by a method that looks at
 * the norm of the whole gradient. Features of one group share a column, so that their number costs
 * nothing. The state holds the columns one after the other, then ν if it is trained.
 *
 * <p>Every column of G sums to 0 over its features ({@code 1ᵀG = 0}: a shift of all logits changes
 * nothing), so that for equal correlation ρ and {@code r = G1}
 *
 * <pre>  Γ G Γ = (1 − ρ)² G + ρ (1 − ρ) r 1ᵀ.</pre>
 */
public final class LayerObjective implements Columns {
  private final TokenLaw law;
  private final List<QueryColumn> columns;
  private final Coupling coupling;
  private final Vector targets;
  private final boolean trainsValueScale;
  private final PopulationEvaluator[] evaluators;
  private final double[][] logits;
  private final double[][] directions;
  private final double[] rowSums;
  private final int[] offsets;

  /**
   * @param law of the tokens
   * @param columns that of the first feature of each group, in the order of the groups
   * @param coupling of the features; a Gram matrix needs groups of one member
   * @param trainsValueScale whether ν moves; it starts at the columns' own
   * @param targets for each column, the loss at which it has converged
   */
  public LayerObjective(
      TokenLaw law,
      List<QueryColumn> columns,
      Coupling coupling,
      boolean trainsValueScale,
      Vector targets,
      LaplaceGrid grid) {
    this.law = law;
    this.columns = List.copyOf(columns);
    this.coupling = coupling;
    this.trainsValueScale = trainsValueScale;
    this.targets = targets;
    int size = columns.size();
    if (size != law.groups().size() || targets.size() != size) {
      throw new InvalidInputException(
          "columns", "must be one for each of " + law.groups().size() + " groups, not " + size);
    }
    if (coupling instanceof Coupling.Gram(var matrix)
        && (matrix.size() != size || law.features() != size)) {
      throw new InvalidInputException(
          "gram",
          "must have one row for each of the "
              + law.features()
              + " features, not "
              + matrix.size());
    }
    this.evaluators = new PopulationEvaluator[size];
    this.logits = new double[size][];
    this.directions = new double[size][];
    this.rowSums = new double[size];
    this.offsets = new int[size + 1];
    for (int k = 0; k < size; k++) {
      var column = columns.get(k);
      evaluators[k] =
          trainsValueScale
              ? new ScaledValueEvaluator(column, grid)
              : PopulationEvaluator.of(column, grid);
      logits[k] = new double[column.size()];
      directions[k] = new double[column.size()];
      offsets[k + 1] = offsets[k] + column.size();
    }
  }

  @Override
  public int size() {
    return offsets[columns.size()] + (trainsValueScale ? 1 : 0);
  }

  @Override
  public double multiplicity(int entry) {
    for (int k = 0; k < columns.size(); k++) {
      if (entry < offsets[k + 1]) {
        return law.groups().get(k).count() * columns.get(k).count(entry - offsets[k]);
      }
    }
    return 1;
  }

  /** The columns, which see each other through ν alone unless their features are correlated. */
  @Override
  public int[] blocks() {
    return coupling instanceof Coupling.Orthonormal()
        ? columns.stream().mapToInt(QueryColumn::size).toArray()
        : new int[] {size()};
  }

  /** {@code 1ᵀ Γ G Γ = 0} where Γ1 is a multiple of 1. */
  @Override
  public void balance(double[] direction) {
    if (coupling instanceof Coupling.Gram) {
      return;
    }
    for (int k = 0; k < columns.size(); k++) {
      Columns.balance(direction, offsets[k], offsets[k + 1], columns.get(k)::count);
    }
  }

  /**
   * @return the largest excess of a loss over its target
   */
  @Override
  public double descend(double tau, double[] state, double[] direction) {
    double excess = Double.NEGATIVE_INFINITY;
    double valueDescent = 0;
    for (int k = 0; k < columns.size(); k++) {
      System.arraycopy(state, offsets[k], logits[k], 0, logits[k].length);
      double loss = descendColumn(k, state);
      excess = Math.max(excess, loss - targets.get(k));
      if (evaluators[k] instanceof ScaledValueEvaluator scaled) {
        valueDescent += law.groups().get(k).count() * scaled.valueDescent();
      }
    }
    couple(direction);
    if (trainsValueScale) {
      direction[direction.length - 1] = valueDescent;
    }
    return excess;
  }

  private double descendColumn(int k, double[] state) {
    return trainsValueScale && evaluators[k] instanceof ScaledValueEvaluator scaled
        ? scaled.descend(state[state.length - 1], logits[k], directions[k])
        : evaluators[k].descend(logits[k], directions[k]);
  }

  private void couple(double[] direction) {
    switch (coupling) {
      case Coupling.Orthonormal() -> {
        for (int k = 0; k < directions.length; k++) {
          System.arraycopy(directions[k], 0, direction, offsets[k], directions[k].length);
        }
      }
      case Coupling.Equicorrelated(double rho) -> coupleEqually(rho, direction);
      case Coupling.Gram(var matrix) -> coupleBy(matrix, direction);
    }
  }

  private void coupleEqually(double rho, double[] direction) {
    sumRows(law, directions, rowSums);
    double rest = 1 - rho;
    for (int own = 0; own < columns.size(); own++) {
      for (int group = 0; group < columns.size(); group++) {
        int other = law.groupOfOther(own, group);
        direction[offsets[own] + other] =
            rest * (rest * directions[own][other] + rho * rowSums[group]);
      }
      direction[offsets[own] + own] = rest * (rest * directions[own][own] + rho * rowSums[own]);
    }
  }

  /** {@code r_m = Σ_k G_mk} over all queries k, for one member m of each group. */
  static void sumRows(TokenLaw law, double[][] directions, double[] sums) {
    Arrays.fill(sums, 0);
    for (int own = 0; own < sums.length; own++) {
      double members = law.groups().get(own).count();
      double[] column = directions[own];
      for (int group = 0; group < sums.length; group++) {
        sums[group] +=
            group == own
                ? column[own] + (members > 1 ? (members - 1) * column[own + 1] : 0)
                : members * column[law.groupOfOther(own, group)];
      }
    }
  }

  /** {@code Γ G Γ}, first each column by itself, then the columns with each other. */
  private void coupleBy(SymmetricMatrix gram, double[] direction) {
    int size = columns.size();
    double[][] left = new double[size][size];
    for (int k = 0; k < size; k++) {
      for (int n = 0; n < size; n++) {
        double sum = 0;
        for (int m = 0; m < size; m++) {
          sum += gram.get(n, m) * directions[k][m];
        }
        left[k][n] = sum;
      }
    }
    for (int k = 0; k < size; k++) {
      double[] row = new double[size];
      for (int j = 0; j < size; j++) {
        double share = gram.get(j, k);
        for (int n = 0; n < size; n++) {
          row[n] += share * left[j][n];
        }
      }
      System.arraycopy(row, 0, direction, offsets[k], size);
    }
  }

  @Override
  public int columns() {
    return columns.size();
  }

  @Override
  public int offset(int column) {
    return offsets[column];
  }

  @Override
  public QueryColumn column(int index, double tau, Vector state) {
    return trainsValueScale
        ? columns.get(index).withValueScale(state.get(state.size() - 1))
        : columns.get(index);
  }
}
