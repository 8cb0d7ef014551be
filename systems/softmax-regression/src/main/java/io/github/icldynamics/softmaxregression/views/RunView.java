package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.run.Forms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/**
 * A record as its views read it.
 *
 * @param queries what became of each query, in their order; at least one
 */
record RunView(Experiment experiment, RunRecord record, List<QueryView> queries) {
  RunView {
    queries = List.copyOf(queries);
  }

  static RunView of(RunRecord record) {
    var phases = new HashMap<Long, List<QueryView.PhaseView>>();
    var table = record.table(Forms.PHASES.name());
    for (int row = 0; row < table.size(); row++) {
      phases
          .computeIfAbsent(table.whole("query", row), query -> new ArrayList<>())
          .add(QueryView.PhaseView.of(table, row));
    }
    var rows = record.table(Forms.QUERIES.name());
    var queries =
        rows.rows()
            .mapToObj(
                row ->
                    QueryView.of(
                        rows, row, phases.getOrDefault(rows.whole("query", row), List.of())))
            .toList();
    return new RunView(Experiment.FORMAT.read(record.experiment()), record, queries);
  }

  /** Whether the whole run is there, with its states, and not each column's own alone. */
  boolean isWhole() {
    return record.find(Forms.STATES.name()).isPresent();
  }

  double iterations(double tau) {
    return experiment.iterations(tau);
  }

  /** The query whose phases tell the story: of those with the most phases, the slowest. */
  QueryView leading() {
    return queries.stream()
        .max(
            Comparator.<QueryView>comparingInt(query -> query.phases().size())
                .thenComparingDouble(QueryView::time))
        .orElseThrow();
  }

  /** The queries by the word for how they ended, best first; only what occurs. */
  Map<String, List<QueryView>> byOutcome() {
    var outcomes = new LinkedHashMap<String, List<QueryView>>();
    for (var ending : Ending.values()) {
      var ended = queries.stream().filter(query -> query.ended(ending)).toList();
      if (!ended.isEmpty()) {
        outcomes.put(ending.title(), ended);
      }
    }
    return outcomes;
  }

  /** The queries that have converged, the fastest first; of equally fast ones the first query. */
  List<QueryView> fastestFirst() {
    return converged().sorted(Comparator.comparingDouble(QueryView::time)).toList();
  }

  /** The queries that have converged, the slowest first; of equally slow ones the first query. */
  List<QueryView> slowestFirst() {
    return converged().sorted(Comparator.comparingDouble(QueryView::time).reversed()).toList();
  }

  private Stream<QueryView> converged() {
    return queries.stream().filter(QueryView::hasConverged);
  }

  /**
   * Queries worth showing, in order: all if they are few, else the first and the last one, some
   * that ended badly, the slowest and the fastest, and others spread over the law.
   *
   * @param most at least 6
   */
  List<QueryView> informative(int most) {
    if (queries.size() <= most) {
      return queries;
    }
    var chosen = new LinkedHashSet<QueryView>();
    chosen.add(queries.getFirst());
    chosen.add(queries.getLast());
    chosen.addAll(bad().limit(most / 2 - 2).toList());
    slowestFirst().stream().limit(1).forEach(chosen::add);
    fastestFirst().stream().limit(1).forEach(chosen::add);
    fill(chosen, most);
    return queries.stream().filter(chosen::contains).toList();
  }

  private Stream<QueryView> bad() {
    var words = List.copyOf(byOutcome().keySet());
    return queries.stream()
        .filter(query -> !query.ended(Ending.CONVERGED))
        .sorted(
            Comparator.<QueryView>comparingInt(query -> words.indexOf(query.outcome())).reversed());
  }

  private void fill(Set<QueryView> chosen, int most) {
    for (int number = 2; chosen.size() < most && number <= queries.size(); number++) {
      for (var query : missing(spread(number), chosen)) {
        if (chosen.size() < most) {
          chosen.add(query);
        }
      }
    }
  }

  private static List<QueryView> missing(Collection<QueryView> queries, Set<QueryView> chosen) {
    return queries.stream().filter(query -> !chosen.contains(query)).toList();
  }

  /**
   * At most so many queries at logarithmically spaced places, the first and the last among them.
   *
   * @param number at least 2
   */
  List<QueryView> spread(int number) {
    int last = queries.size() - 1;
    var places = new TreeSet<Integer>();
    for (int i = 0; i < number; i++) {
      places.add((int) Math.rint(FastMath.pow(last + 1.0, (double) i / (number - 1))) - 1);
    }
    return places.stream().map(queries::get).toList();
  }
}
