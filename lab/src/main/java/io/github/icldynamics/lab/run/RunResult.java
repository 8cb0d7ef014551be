package io.github.icldynamics.lab.run;

import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.experiment.Experiment;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/**
 * How an experiment came out, without its weights.
 *
 * @param columns one a query, in the order of the queries; at least one
 */
public record RunResult(Experiment experiment, List<ColumnSummary> columns) {
  public RunResult {
    columns = List.copyOf(columns);
  }

  /** How the experiment ended: as the query that did worst. */
  public RunOutcome outcome() {
    return columns.stream().map(ColumnSummary::outcome).reduce(RunOutcome::worse).orElseThrow();
  }

  /** The column whose phases tell the story: of those with the most phases, the slowest. */
  public ColumnSummary leading() {
    return columns.stream()
        .max(
            Comparator.<ColumnSummary>comparingInt(column -> column.phases().size())
                .thenComparingDouble(ColumnSummary::time))
        .orElseThrow();
  }

  /** The columns by how they ended, best first; only what occurs. */
  public Map<RunOutcome, List<ColumnSummary>> byOutcome() {
    return columns.stream()
        .collect(Collectors.groupingBy(ColumnSummary::outcome, TreeMap::new, Collectors.toList()));
  }

  /** The columns that have converged, the fastest first; of equally fast ones the first query. */
  public List<ColumnSummary> fastestFirst() {
    return converged().sorted(Comparator.comparingDouble(ColumnSummary::time)).toList();
  }

  /** The columns that have converged, the slowest first; of equally slow ones the first query. */
  public List<ColumnSummary> slowestFirst() {
    return converged().sorted(Comparator.comparingDouble(ColumnSummary::time).reversed()).toList();
  }

  private Stream<ColumnSummary> converged() {
    return columns.stream().filter(column -> column.convergence().isPresent());
  }

  /**
   * Columns worth showing, in order: all if they are few, else the first and the last one, some
   * that ended badly, the slowest and the fastest, and others spread over the law.
   *
   * @param most at least 6
   */
  public List<ColumnSummary> informative(int most) {
    if (columns.size() <= most) {
      return columns;
    }
    var chosen = new LinkedHashSet<ColumnSummary>();
    chosen.add(columns.getFirst());
    chosen.add(columns.getLast());
    chosen.addAll(bad().limit(most / 2 - 2).toList());
    slowestFirst().stream().limit(1).forEach(chosen::add);
    fastestFirst().stream().limit(1).forEach(chosen::add);
    fill(chosen, most);
    return columns.stream().filter(chosen::contains).toList();
  }

  private Stream<ColumnSummary> bad() {
    return columns.stream()
        .filter(column -> column.outcome() != RunOutcome.CONVERGED)
        .sorted(Comparator.comparing(ColumnSummary::outcome).reversed());
  }

  private void fill(Set<ColumnSummary> chosen, int most) {
    for (int number = 2; chosen.size() < most && number <= columns.size(); number++) {
      for (var column : missing(spread(number), chosen)) {
        if (chosen.size() < most) {
          chosen.add(column);
        }
      }
    }
  }

  private static List<ColumnSummary> missing(
      Collection<ColumnSummary> columns, Set<ColumnSummary> chosen) {
    return columns.stream().filter(column -> !chosen.contains(column)).toList();
  }

  /**
   * At most so many columns at logarithmically spaced places, the first and the last among them.
   *
   * @param number at least 2
   */
  public List<ColumnSummary> spread(int number) {
    int last = columns.size() - 1;
    var places = new TreeSet<Integer>();
    for (int i = 0; i < number; i++) {
      places.add((int) Math.round(FastMath.pow(last + 1.0, (double) i / (number - 1))) - 1);
    }
    return places.stream().map(columns::get).toList();
  }
}
