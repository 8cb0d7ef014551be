package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.softmaxregression.training.Phase;
import io.github.icldynamics.softmaxregression.training.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hipparchus.util.FastMath;

/**
 * What became of a query, as the record has it; NaN where there is nothing.
 *
 * @param query the feature, counted from 0
 * @param role the feature's part in the law
 * @param probability p_k
 * @param logFloor ln L_k*
 * @param outcome the word for how it ended
 * @param ended the same as a sentence
 * @param initialError L_k(0)
 * @param floorBy how the floor was obtained, empty if it was not computed
 * @param target the error at which the query has converged
 * @param shareOfReducible what of L_k(0) − L_k* is left at the target
 * @param endValueScale ν at the end of its own run
 * @param endTestError test error there
 * @param logTestFloor ln of the least test error
 * @param testConvergence flow time at which the test error first came down to its target
 * @param convergence flow time at which the error first came down to its target
 * @param end the last flow time of its own run
 * @param endError its error there
 * @param exchangeable features that have the same column
 * @param own the query's own group
 * @param competitor the group that competes most with it
 * @param phases in order; the last one may not be over
 */
record QueryView(
    long query,
    String role,
    double probability,
    double logFloor,
    double initialError,
    String floorBy,
    double target,
    double shareOfReducible,
    double endValueScale,
    double endTestError,
    double logTestFloor,
    double testConvergence,
    String outcome,
    String ended,
    double convergence,
    double end,
    double endError,
    long exchangeable,
    int own,
    int competitor,
    List<Phase> phases) {
  QueryView {
    phases = List.copyOf(phases);
  }

  static QueryView of(Table queries, int row, Map<Long, List<Phase>> phases) {
    long query = queries.whole("query", row);
    return new QueryView(
        query,
        queries.text("role", row),
        queries.real("probability", row),
        queries.real("log_floor", row),
        queries.real("initial_error", row),
        queries.text("floor_by", row),
        queries.real("target_error", row),
        queries.real("share_of_reducible", row),
        queries.real("end_value_scale", row),
        queries.real("end_test_error", row),
        queries.real("log_test_floor", row),
        queries.real("test_convergence_tau", row),
        queries.text("outcome", row),
        queries.text("ended", row),
        queries.real("convergence_tau", row),
        queries.real("end_tau", row),
        queries.real("end_error", row),
        queries.whole("exchangeable", row),
        (int) queries.whole("own", row),
        (int) queries.whole("competitor", row),
        phases.getOrDefault(query, List.of()));
  }

  static Phase phase(Table phases, int row) {
    return new Phase(
        phases.text("phase", row),
        phases.real("from", row),
        phases.real("to", row),
        phases.text("why", row),
        Optional.of(threshold(phases, row)).filter(recalled -> !recalled.weight().isEmpty()));
  }

  private static Phase.Threshold threshold(Table phases, int row) {
    var reached = DoubleStream.of(phases.real("threshold_tau", row));
    return new Phase.Threshold(
        phases.text("threshold_weight", row),
        phases.text("threshold_bound", row),
        phases.real("threshold_value", row),
        reached.filter(tau -> !Double.isNaN(tau)).findFirst());
  }

  boolean hasFloor() {
    return !Double.isNaN(logFloor);
  }

  /** Whether most of what can be learned is still to be learned at the target. */
  boolean hasLargeShare() {
    return shareOfReducible > Target.LARGE_SHARE;
  }

  /** Whether the error cannot come down to the target. */
  boolean isBelowFloor() {
    return hasFloor() && target <= FastMath.exp(logFloor) && initialError > target;
  }

  boolean hasConverged() {
    return !Double.isNaN(convergence);
  }

  boolean ended(Ending ending) {
    return outcome.equals(ending.title());
  }

  /** The flow time of convergence; of the end, if it did not converge. */
  double time() {
    return hasConverged() ? convergence : end;
  }
}
