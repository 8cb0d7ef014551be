package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.softmaxregression.run.Forms;
import java.util.ArrayList;
import java.util.List;

/**
 * A group besides the query's own that gets a curve.
 *
 * @param group index into the column's groups
 * @param subscript what stands for the feature in {@code Bₖ…} and {@code βₖ…}
 * @param style the same for the same subscript in all panels
 */
record OffTarget(int group, String subscript, CurveStyle style) {
  private static OffTarget rare(int group) {
    return new OffTarget(group, "ₙ", CurveStyle.dotted(2));
  }

  /** The strongest competitor, and of the others the least frequent. */
  static List<OffTarget> of(RunRecord record, QueryView query) {
    var probabilities = probabilities(record, query.query());
    int competitor = query.competitor();
    int rarest = rarest(probabilities, query.own(), competitor);
    var targets = new ArrayList<OffTarget>();
    if (probabilities.get(competitor) > query.probability()) {
      targets.add(new OffTarget(competitor, "₁", CurveStyle.dashed(1)));
    } else if (competitor != query.own() && rarest >= 0) {
      targets.add(new OffTarget(competitor, "ₘ", CurveStyle.dashed(3)));
    } else if (competitor != query.own()) {
      targets.add(rare(competitor));
    }
    if (rarest >= 0) {
      targets.add(rare(rarest));
    }
    return targets;
  }

  private static List<Double> probabilities(RunRecord record, long query) {
    var groups = record.table(Forms.GROUPS.name());
    return groups
        .rows()
        .filter(row -> groups.whole("query", row) == query)
        .mapToObj(row -> groups.real("probability", row))
        .toList();
  }

  /** The least frequent group besides the query and the competitor, −1 if there is no other. */
  private static int rarest(List<Double> probabilities, int own, int competitor) {
    int rarest = -1;
    for (int m = 0; m < probabilities.size(); m++) {
      boolean other = m != own && m != competitor;
      if (other && (rarest < 0 || probabilities.get(m) <= probabilities.get(rarest))) {
        rarest = m;
      }
    }
    return rarest;
  }
}
