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
import io.github.icldynamics.softmaxregression.training.Role;
import java.util.ArrayList;
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
            : attention(query, query.competitor(), "at another one", CurveStyle.dashed(3));
    var curves = new ArrayList<>(List.of(own));
    if (query.competitor() != query.own()) {
      curves.add(other);
      curves.add(new Curve("at the rest", rest(own, other), CurveStyle.dotted(BLACK)));
    }
    return curves;
  }

  private static boolean isUnderRepresented(QueryView query) {
    return query.role().equals(Role.UNDER_REPRESENTED.title());
  }

  private Curve attention(QueryView query, int group, String label, CurveStyle style) {
    return through.of(query.query(), group, "mean_attention", value -> value, label, style);
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
    var times = IntStream.rangeClosed(1, MOMENTS).mapToDouble(i -> moment(query, i)).toArray();
    var rows =
        curves.stream()
            .map(curve -> IntStream.range(0, MOMENTS).mapToObj(i -> at(curve, times[i])).toList())
            .toList();
    String name = FeatureNames.of(query.query());
    var labels = List.of(name, isUnderRepresented(query) ? "dominant" : "another", "rest");
    return new HeatmapRow(
        run.title("Attention of query " + name),
        new HeatmapRow.Ticks("", labels.subList(0, rows.size())),
        new HeatmapRow.Ticks(caption(query), labels(query, times)),
        "attention",
        List.of(new Heatmap("", rows)));
  }

  private String caption(QueryView query) {
    return time.isLinear(query) ? time.linearLabel(query) : run.iterationsLabel();
  }

  /** The right end of a column, in iterations: evenly spaced on the axis that the curves have. */
  private double moment(QueryView query, int column) {
    double share = (double) column / MOMENTS;
    if (time.isLinear(query)) {
      return share * time.linearEnd(query) * time.unit(query);
    }
    return time.first() * FastMath.pow(time.last() / time.first(), share);
  }

  private List<String> labels(QueryView query, double[] times) {
    double unit = time.isLinear(query) ? time.unit(query) : 1;
    return IntStream.range(0, times.length)
        .mapToObj(i -> (i + 1) % LABELLED == 0 ? NumberText.of(times[i] / unit, DIGITS) : "")
        .toList();
  }

  /** The value of a curve at a time, linear between its points. */
  private static double at(Curve curve, double iterations) {
    var points = curve.points();
    int next = 0;
    while (next < points.size() - 1 && points.get(next).x() < iterations) {
      next++;
    }
    var to = points.get(next);
    var from = points.get(Math.max(0, next - 1));
    double width = to.x() - from.x();
    double share = width > 0 ? Math.clamp((iterations - from.x()) / width, 0.0, 1.0) : 1;
    return from.y() + share * (to.y() - from.y());
  }
}
