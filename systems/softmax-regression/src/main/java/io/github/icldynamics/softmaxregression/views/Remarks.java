package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.softmaxregression.run.Forms;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** What must be known of floors, targets and steps before a time is used as a number. */
final class Remarks {
  /** An error that meets its target meets it to this share. */
  private static final double ROUNDING = 1e-6;

  private Remarks() {}

  /** Each sentence once, in the order of the queries. */
  static SequencedSet<String> of(RunView run, List<QueryView> queries) {
    var remarks = new LinkedHashSet<String>();
    for (var query : queries) {
      remark(query).ifPresent(remarks::add);
      relapse(run, query).ifPresent(remarks::add);
    }
    floorOfSteps(run).ifPresent(remarks::add);
    return remarks;
  }

  private static Optional<String> remark(QueryView query) {
    String name = "Query " + query.query() + ": ";
    if (!query.hasFloor()) {
      return Optional.of("L* is " + ErrorFloor.NOT_COMPUTED + ".");
    }
    if (query.isBelowFloor()) {
      return Optional.of(
          name
              + "no logits bring its error down to "
              + SignificantDigits.of(query.target())
              + ", because its floor is "
              + SignificantDigits.ofLogarithm(query.logFloor())
              + ".");
    }
    if (query.hasLargeShare()) {
      return Optional.of(
          name
              + "its target leaves "
              + SignificantDigits.of(query.shareOfReducible(), 2)
              + " of what can be learned, L(0) − L*, unlearned; its time is not one of learning.");
    }
    return switch (query.floorBy()) {
      case "minimisation" ->
          Optional.of("L* is by minimisation over the logits, which are finite there.");
      case "limit" ->
          Optional.of("L* is by minimisation over the logits, and approached as they grow.");
      default -> Optional.empty();
    };
  }

  /** A query that has converged may err more again, where others move what it depends on. */
  private static Optional<String> relapse(RunView run, QueryView query) {
    if (!run.isWhole() || !query.hasConverged()) {
      return Optional.empty();
    }
    double tolerated = query.target() * (1 + ROUNDING);
    return Curves.of(run).error(query, "", CurveStyle.solid(0)).points().stream()
        .filter(point -> point.x() > run.iterations(query.convergence()))
        .max(Comparator.comparingDouble(Point::y))
        .filter(worst -> worst.y() > tolerated)
        .map(
            worst ->
                "Query %s: after it has converged its error rises above its target again, to %s at iteration %s."
                    .formatted(
                        query.query(),
                        SignificantDigits.of(worst.y()),
                        SignificantDigits.of(worst.x())));
  }

  /** Where every gradient of the leading query is below what its steps are divided by at least. */
  private static Optional<String> floorOfSteps(RunView run) {
    var floor = run.experiment().training().method().denominatorFloor();
    var table = run.record().find(Forms.TRAJECTORY.name());
    if (floor.isEmpty() || table.isEmpty()) {
      return Optional.empty();
    }
    long query = run.leading().query();
    var below = new SmallGradients(table.get(), query, floor.getAsDouble());
    return below.last() > below.first()
        ? Optional.of(
            "Query %s: from iteration %s to %s every gradient is below the %s in the denominator: there the method is gradient descent with η over it."
                .formatted(
                    query,
                    SignificantDigits.of(below.first()),
                    SignificantDigits.of(below.last()),
                    SignificantDigits.of(floor.getAsDouble())))
        : Optional.empty();
  }
}
