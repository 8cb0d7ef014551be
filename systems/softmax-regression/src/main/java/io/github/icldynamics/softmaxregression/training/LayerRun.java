package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Columns of one layer that were trained with the same plan.
 *
 * @param columns at least one, in the order of the queries
 */
public record LayerRun(List<ColumnRun> columns) {
  public LayerRun {
    columns = List.copyOf(columns);
  }

  /** The last flow time of the run. */
  public double end() {
    return columns.stream().mapToDouble(run -> run.trajectory().end()).max().orElseThrow();
  }

  /** The same run with all columns continued to a later flow time, save those that got stuck. */
  public LayerRun extendedTo(double tau) {
    return new LayerRun(columns.stream().map(run -> run.extendedTo(tau)).toList());
  }

  /** The column whose phases tell the story: of those with the most phases, the slowest. */
  public ColumnRun leadingColumn() {
    return columns.stream()
        .max(
            Comparator.<ColumnRun>comparingInt(run -> run.phases().size())
                .thenComparingDouble(run -> run.convergence().orElse(run.outcome().tau())))
        .orElseThrow();
  }

  /** The column trained for a feature, or for one that is exchangeable with it. */
  public Optional<ColumnRun> columnOf(TokenLaw law, long feature) {
    return columns.stream()
        .filter(column -> law.groupOf(column.query()) == law.groupOf(feature))
        .findFirst();
  }

  /** How the run ended: as the query that did worst. */
  public Ending ending() {
    return columns.stream().map(ColumnRun::ending).reduce(Ending::worse).orElseThrow();
  }
}
