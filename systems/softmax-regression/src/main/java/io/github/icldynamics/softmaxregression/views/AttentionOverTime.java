package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Heatmap;
import io.github.icldynamics.chart.HeatmapRow;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.softmaxregression.run.Forms;
import io.github.icldynamics.softmaxregression.training.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/**
 * Where a query looks while it trains: at its own feature, at the one that competes most (the
 * dominant one, of an under-represented query), at all the rest. As curves, with the phases of
 * several queries below each other, and as rows of a heat map.
 */
record AttentionOverTime(RunView run, Curves through, TimeAxis time) {
  private static final int MOST_QUERIES = 4;
  private static final int BLACK = 6;

  /** Columns of the heat map. */
  private static final int MOMENTS = 30;

  /** A label every so many columns. */
  private static final int LABELLED = 5;

  private static final int DIGITS = 3;

  /** Attention that is rounding. */
  private static final double NOTHING = 1e-9;

  static AttentionOverTime of(RunView run) {
    var through = Curves.of(run);
    return new AttentionOverTime(run, through, TimeAxis.of(run, through));
  }

  /** The phases of up to four queries, spread over the law, below each other. */
  MultiPanel phases() {
    var shown = run.spread(Math.min(MOST_QUERIES, Math.max(2, run.queries().size())));
    var panels = shown.stream().map(this::panel).toList();
    return new MultiPanel(
        run.title("Attention and phases"), panels, MultiPanel.Arrangement.STACKED);
  }

  private LineChart panel(QueryView query) {
    String title = "Query " + FeatureNames.of(query.query()) + ", " + query.role();
    var y = Axis.linear("mean attention").within(0, 1.2);
    return time.chart(title, query, y, curves(query), List.of());
  }

  private List<Curve> curves(QueryView query) {
    var own = attention(query, query.own(), "at the query's feature", CurveStyle.solid(0));
    var other =
        isUnderRepresented(query)
            ? attention(query, query.competitor(), "at the dominant one", CurveStyle.dashed(1))
            : attention(query, query.competitor(), "at its strongest other", CurveStyle.dashed(3));
    var curves = new ArrayList<>(List.of(own));
    if (query.competitor() != query.own()) {
      curves.add(other);
      var rest = rest(own, other);
      if (rest.stream().anyMatch(point -> point.y() > NOTHING)) {
        curves.add(new Curve("at the rest", rest, CurveStyle.dotted(BLACK)));
      }
    }
    return curves;
  }

  private static boolean isUnderRepresented(QueryView query) {
    return query.role().equals(Role.UNDER_REPRESENTED.title());
  }

  private Curve attention(QueryView query, int group, String label, CurveStyle style) {
    double members = members(query, group);
    return through.of(
        query.query(), group, "mean_attention", value -> members * value, label, style);
  }

  /** Of the dominant features all together, else one. */
  private double members(QueryView query, int group) {
    if (group == query.own() || !isUnderRepresented(query)) {
      return 1;
    }
    var groups = run.record().table(Forms.GROUPS.name());
    return groups
        .rows()
        .filter(row -> groups.whole("query", row) == query.query())
        .skip(group)
        .mapToDouble(row -> groups.real("count", row))
        .findFirst()
        .orElseThrow();
  }

  private static List<Point> rest(Curve own, Curve other) {
    return IntStream.range(0, Math.min(own.points().size(), other.points().size()))
        .mapToObj(
            i -> {
              double taken = own.points().get(i).y() + other.points().get(i).y();
              return new Point(own.points().get(i).x(), Math.clamp(1 - taken, 0, 1));
            })
        .toList();
  }

  /** The query whose phases tell the story, as a map of three rows over the time. */
  HeatmapRow map() {
    var query = run.leading();
    var curves = curves(query);
    double[] times = time.isLinear(query) ? evenly(query) : byDecades();
    var rows =
        curves.stream()
            .map(curve -> Arrays.stream(times).mapToObj(each -> at(curve, each)).toList())
            .toList();
    String name = FeatureNames.of(query.query());
    var labels = List.of(name, isUnderRepresented(query) ? "dominant" : "another", "rest");
    return new HeatmapRow(
        run.title("Attention of query " + name),
        new HeatmapRow.Ticks("", labels.subList(0, rows.size())),
        columns(query, times),
        "mean attention",
        List.of(new Heatmap("", rows)));
  }

  private String caption(QueryView query) {
    return time.isLinear(query) ? time.linearLabel(query) : run.iterationsLabel();
  }

  /** The right ends of columns on the linear axis, in iterations. */
  private double[] evenly(QueryView query) {
    double width = time.linearEnd(query) * time.unit(query) / MOMENTS;
    return IntStream.rangeClosed(1, MOMENTS).mapToDouble(i -> i * width).toArray();
  }

  /** Powers of ten and so many steps between them that there are about as many columns. */
  private double[] byDecades() {
    double first = FastMath.log10(time.first());
    double last = FastMath.log10(time.last());
    int steps = FastMath.max(1, (int) (MOMENTS / (last - first)));
    return IntStream.rangeClosed(
            (int) FastMath.ceil(first * steps), (int) FastMath.floor(last * steps))
        .mapToDouble(i -> FastMath.pow(10, (double) i / steps))
        .toArray();
  }

  /** All moments by name; on a linear axis every fifth is written, else those of powers of ten. */
  private HeatmapRow.Ticks columns(QueryView query, double[] times) {
    boolean linear = time.isLinear(query);
    double unit = linear ? time.unit(query) : 1;
    var names = Arrays.stream(times).mapToObj(each -> NumberText.of(each / unit, DIGITS)).toList();
    var written =
        IntStream.range(0, times.length)
            .filter(i -> linear ? (i + 1) % LABELLED == 0 : isPowerOfTen(times[i]))
            .boxed()
            .toList();
    return new HeatmapRow.Ticks(caption(query), names, written);
  }

  private static boolean isPowerOfTen(double value) {
    double logarithm = FastMath.log10(value);
    return FastMath.abs(logarithm - FastMath.rint(logarithm)) < 1e-9;
  }

  /** The value of a curve at a time: linear between its points, of a flow. */
  private double at(Curve curve, double iterations) {
    var points = curve.points();
    int next = 0;
    while (next < points.size() - 1 && points.get(next).x() < iterations) {
      next++;
    }
    var to = points.get(next);
    var from = points.get(Math.max(0, next - 1));
    double width = to.x() - from.x();
    double share = width > 0 ? Math.clamp((iterations - from.x()) / width, 0.0, 1.0) : 1;
    if (run.isOfIterations() && share < 1) {
      return from.y(); // Between two iterations nothing moves.
    }
    return from.y() + share * (to.y() - from.y());
  }
}
