package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.analysis.SampleTimes;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.run.ExperimentRun;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which columns get a panel, and which of their features a curve. */
final class ColumnPanels {
  private static final int POINTS = 300;

  private ColumnPanels() {}

  /**
   * A figure with a panel for the first column and for the leading one; one if they are the same.
   */
  static MultiPanel figure(ExperimentRun run, String what, Function<ColumnRun, LineChart> panel) {
    var panels =
        Stream.of(run.columns().getFirst(), run.leadingColumn()).distinct().map(panel).toList();
    return new MultiPanel(
        TimeAxis.of(run).title(what), panels, MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  /**
   * The curves of a panel: the query's own group first, then the off-target ones.
   *
   * @param own label of the first
   * @param offTarget label of the others, given the feature's subscript
   * @param quantity of a state and a group
   */
  static List<Curve> curves(
      TimeAxis time,
      ColumnRun column,
      String own,
      UnaryOperator<String> offTarget,
      ToDoubleBiFunction<ColumnState, Integer> quantity) {
    var law = column.trajectory().column();
    var states = column.states(SampleTimes.of(column, POINTS));
    var curves = new ArrayList<Curve>();
    curves.add(
        time.curve(own, states, s -> quantity.applyAsDouble(s, law.query()), CurveStyle.solid(0)));
    for (var target : offTargets(law)) {
      String label = offTarget.apply(target.subscript());
      curves.add(
          time.curve(
              label, states, s -> quantity.applyAsDouble(s, target.group()), target.style()));
    }
    return curves;
  }

  static String title(ColumnRun column) {
    return "Query " + FeatureNames.of(column.query()) + ", " + column.role().title();
  }

  /**
   * An off-target group that gets a curve.
   *
   * @param group index into the column's groups
   * @param subscript what stands for the feature in {@code Bₖ…} and {@code βₖ…}
   * @param style the same for the same subscript in all panels
   */
  record OffTarget(int group, String subscript, CurveStyle style) {
    static OffTarget dominant(int group) {
      return new OffTarget(group, "₁", CurveStyle.dashed(1));
    }

    static OffTarget frequent(int group) {
      return new OffTarget(group, "ₘ", CurveStyle.dashed(3));
    }

    static OffTarget rare(int group) {
      return new OffTarget(group, "ₙ", CurveStyle.dotted(2));
    }
  }

  /** The strongest competitor, and of the others the least frequent. */
  private static List<OffTarget> offTargets(QueryColumn column) {
    int competitor = column.competitor();
    int rarest = rarest(column, competitor);
    var targets = new ArrayList<OffTarget>();
    if (column.probability(competitor) > column.queryProbability()) {
      targets.add(OffTarget.dominant(competitor));
    } else if (competitor != column.query() && rarest >= 0) {
      targets.add(OffTarget.frequent(competitor));
    } else if (competitor != column.query()) {
      targets.add(OffTarget.rare(competitor));
    }
    if (rarest >= 0) {
      targets.add(OffTarget.rare(rarest));
    }
    return targets;
  }

  /** The least frequent group besides the query and the competitor, −1 if there is no other. */
  private static int rarest(QueryColumn column, int competitor) {
    int rarest = -1;
    for (int m = 0; m < column.size(); m++) {
      boolean other = m != column.query() && m != competitor;
      if (other && (rarest < 0 || column.probability(m) <= column.probability(rarest))) {
        rarest = m;
      }
    }
    return rarest;
  }
}
