package io.github.icldynamics.softmaxregression.views;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.run.Forms;
import io.github.icldynamics.softmaxregression.training.RepresentativeFeatures;
import io.github.icldynamics.system.TimeScale;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/**
 * A record as its views read it.
 *
 * @param queries what became of each query, in their order; at least one
 */
record RunView(
    Experiment experiment, RunRecord record, List<QueryView> queries, TimeScale timeScale) {
  /** Digits of a double: features and tokens are counted, not measured. */
  private static final int EXACT = 16;

  RunView {
    queries = List.copyOf(queries);
  }

  static RunView of(RunRecord record) {
    return of(record, TimeScale.AUTOMATIC);
  }

  static RunView of(RunRecord record, TimeScale timeScale) {
    var phases = record.table(Forms.PHASES.name());
    var phasesOf = byQuery(phases, phases.rows(), row -> QueryView.phase(phases, row));
    var table = record.table(Forms.QUERIES.name());
    var queries = table.rows().mapToObj(row -> QueryView.of(table, row, phasesOf)).toList();
    var experiment = Experiment.FORMAT.read(record.experiment());
    return new RunView(experiment, record, queries, timeScale);
  }

  /** What rows of a table say, by the row's query. */
  static <T> Map<Long, List<T>> byQuery(Table table, IntStream rows, IntFunction<T> value) {
    return rows.boxed()
        .collect(groupingBy(row -> table.whole("query", row), mapping(value::apply, toList())));
  }

  /** A title that says what was run. */
  String title(String what) {
    String law = experiment.tokenLaw().key();
    String features = NumberText.of((double) experiment.law().features(), EXACT);
    String length = NumberText.of(experiment.promptLength());
    return what + ": " + law + ", K = " + features + ", N = " + length;
  }

  /** Whether the whole run is there, with its states, and not each column's own alone. */
  boolean isWhole() {
    return record.find(Forms.STATES.name()).isPresent();
  }

  /** Whether any time has passed, so that there is something to draw. */
  boolean hasLasted() {
    return queries.stream().anyMatch(query -> query.end() > 0);
  }

  /**
   * The time of the state that is shown for a time asked for: of a discrete method, an iteration.
   */
  double timeOfState(double tau) {
    double rate = experiment.training().learningRate();
    return experiment.training().method().isContinuous() ? tau : FastMath.rint(tau / rate) * rate;
  }

  /** Whether iterations are a flow time; else they are iterations and nothing else. */
  boolean hasFlowTime() {
    return experiment.training().method().hasFlowTime();
  }

  /** Whether there is nothing before the first iteration. */
  boolean isOfIterations() {
    return !experiment.training().method().isContinuous();
  }

  /** Of an axis. */
  String iterationsLabel() {
    return hasFlowTime() ? "iterations t = τ/η" : "iterations";
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
  SequencedMap<String, List<QueryView>> byOutcome() {
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
    return converged(Comparator.comparingDouble(QueryView::time));
  }

  /** The queries that have converged, the slowest first; of equally slow ones the first query. */
  List<QueryView> slowestFirst() {
    return converged(Comparator.comparingDouble(QueryView::time).reversed());
  }

  private List<QueryView> converged(Comparator<QueryView> order) {
    return queries.stream().filter(QueryView::hasConverged).sorted(order).toList();
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
    bad().limit(most / 2 - 2).forEach(chosen::add);
    slowestFirst().stream().limit(1).forEach(chosen::add);
    fastestFirst().stream().limit(1).forEach(chosen::add);
    fill(chosen, most);
    return queries.stream().filter(chosen::contains).toList();
  }

  private Stream<QueryView> bad() {
    return byOutcome().reversed().values().stream()
        .flatMap(List::stream)
        .filter(query -> !query.ended(Ending.CONVERGED));
  }

  private void fill(Set<QueryView> chosen, int most) {
    for (int number = 2; chosen.size() < most && number <= queries.size(); number++) {
      for (var query : spread(number)) {
        if (chosen.size() < most) {
          chosen.add(query);
        }
      }
    }
  }

  /**
   * At most so many queries at logarithmically spaced places, the first and the last among them.
   *
   * @param number at least 2
   */
  List<QueryView> spread(int number) {
    var places = RepresentativeFeatures.spread(queries.size(), number);
    return places.stream().map(queries::get).toList();
  }
}
