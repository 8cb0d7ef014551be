package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.softmaxregression.training.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** The prediction error of the queries against iterations, log–log, with the phases and ε. */
record ErrorChart(RunView run, Curves through) {
  private static final String TITLE = "Prediction error";
  private static final String ERROR = "prediction error Lₖ";
  private static final int MOST_DISTINCT_COLORS = 6;
  private static final int MOST_COLUMNWISE = 7;

  /** A floor below this share of the target does not show. */
  private static final double NEGLIGIBLE_FLOOR = 1e-2;

  /** Room after the last of the ends, for the label of ε. */
  private static final double BEYOND = 6;

  /** Decades shown before the first of the ends. */
  private static final double SHORTEST_SPAN = 1e-3;

  static LineChart of(RunView run) {
    var chart = new ErrorChart(run, Curves.of(run));
    return run.isWhole() ? chart.whole() : chart.columnwise();
  }

  private LineChart whole() {
    var time = TimeAxis.of(run, through);
    int number = run.queries().size();
    var curves = IntStream.range(0, number).mapToObj(index -> curve(index, number));
    var tests = hasTest() ? IntStream.range(0, number).mapToObj(this::test) : Stream.<Curve>of();
    return time.chart(
        run.title(TITLE),
        run.leading(),
        Axis.log(ERROR),
        Stream.concat(curves, tests).toList(),
        references(run.leading()));
  }

  private boolean hasTest() {
    return run.experiment().test().isPresent() && run.queries().size() <= MOST_DISTINCT_COLORS;
  }

  /** The error on the test's population, dashed, in the colour of the query. */
  private Curve test(int index) {
    var query = run.queries().get(index);
    String label = FeatureNames.of(query.query()) + ", test";
    var style = CurveStyle.dashed(index);
    return through.of(query.query(), query.own(), "test_error", error -> error, label, style);
  }

  private List<ReferenceLine> references(QueryView query) {
    boolean isCommon = run.queries().size() == 1 || hasCommonTarget(query);
    String whose = isCommon ? "" : " of " + FeatureNames.of(query.query());
    var lines = new ArrayList<ReferenceLine>();
    target(query)
        .forEach(line -> lines.add(ReferenceLine.horizontal(line.value(), line.label() + whose)));
    if (hasTest() && query.logTestFloor() > Double.NEGATIVE_INFINITY) {
      lines.add(ReferenceLine.horizontal(FastMath.exp(query.logTestFloor()), "test L*" + whose));
    }
    return lines;
  }

  /** Every curve of a few has a label, else the first, the middle and the last one. */
  private Curve curve(int index, int number) {
    boolean few = number <= MOST_DISTINCT_COLORS;
    boolean named = few || index == 0 || index == number / 2 || index == number - 1;
    var query = run.queries().get(index);
    return through.error(
        query,
        named ? FeatureNames.of(query.query()) + ", " + query.role() : "",
        few ? CurveStyle.solid(index) : CurveStyle.graded((double) index / (number - 1)));
  }

  private List<ReferenceLine> target(QueryView query) {
    if (Double.isNaN(query.target())) {
      return List.of();
    }
    String label =
        switch (run.experiment().training().criterion()) {
          case Criterion.Excess(double epsilon) ->
              hasNegligibleFloor(query) ? "ε = " + NumberText.of(epsilon, 3) : "L* + ε";
          case Criterion.Below(double level) -> "L = " + NumberText.of(level, 3);
          case Criterion.Share(double share) -> NumberText.of(share, 3) + " of L(0) − L*";
        };
    return List.of(ReferenceLine.horizontal(query.target(), label));
  }

  /** Queries spread over the law, each to its own end. */
  private LineChart columnwise() {
    var shown = run.spread(MOST_COLUMNWISE);
    var curves = new ArrayList<Curve>();
    for (int i = 0; i < shown.size(); i++) {
      var style = CurveStyle.graded(i / Math.max(1.0, shown.size() - 1));
      curves.add(through.error(shown.get(i), FeatureNames.of(shown.get(i).query()), style));
    }
    return new LineChart(
        run.title(TITLE),
        axis(shown),
        Axis.log(ERROR),
        curves,
        List.of(),
        shown.stream().allMatch(this::hasCommonTarget) ? target(shown.getFirst()) : List.of());
  }

  /** Whether all queries come down to the same error, but for what does not show. */
  private boolean hasCommonTarget(QueryView query) {
    return hasNegligibleFloor(query)
        && !(run.experiment().training().criterion() instanceof Criterion.Share);
  }

  private boolean hasNegligibleFloor(QueryView query) {
    return query.hasFloor() && FastMath.exp(query.logFloor()) < NEGLIGIBLE_FLOOR * query.target();
  }

  private Axis axis(List<QueryView> shown) {
    double first = shown.stream().mapToDouble(QueryView::end).min().orElseThrow();
    double last = shown.stream().mapToDouble(QueryView::end).max().orElseThrow();
    double high = Math.max(BEYOND * run.iterations(last), Double.MIN_NORMAL);
    double low = Math.max(SHORTEST_SPAN * run.iterations(first), 1e-30 * high);
    return Axis.log(run.iterationsLabel()).within(Math.min(1, low), high);
  }
}
