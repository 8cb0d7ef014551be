package io.github.icldynamics.softmaxregression.training;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hipparchus.util.FastMath;

/**
 * The times at which a run is written down: dense in the logarithm of time, and dense where the
 * method itself made many steps, because there the logits move fast.
 */
public final class SampleTimes {
  private SampleTimes() {}

  /**
   * Ascending times from 0 to the end, the phases' ends among them.
   *
   * @param number how many, about
   */
  public static List<Double> of(ColumnRun run, int number) {
    var knots = run.trajectory().knots();
    double end = run.trajectory().end();
    var times = milestones(run);
    int last = knots.size() - 1;
    int knot = 0;
    for (int i = 1; i < number && last > 0; i++) {
      double target = (double) i / number;
      while (knot < last - 1 && measure(knots.get(knot + 1), knot + 1, last, end) < target) {
        knot++;
      }
      double tau = between(knots.get(knot), knots.get(knot + 1), knot, last, end, target);
      times.add(run.trajectory().nearestTime(tau));
    }
    return List.copyOf(times);
  }

  /** The start, the ends of the phases, and the end. */
  public static SortedSet<Double> milestones(ColumnRun run) {
    var times = new TreeSet<>(List.of(0.0, run.trajectory().end()));
    run.phases().forEach(phase -> times.add(phase.to()));
    return times;
  }

  /** Half the share of the logarithm of time, half the share of steps. */
  private static double measure(double tau, int knot, int last, double end) {
    return 0.5 * FastMath.log1p(tau) / FastMath.log1p(end) + 0.5 * knot / last;
  }

  private static double between(
      double from, double to, int knot, int last, double end, double target) {
    double low = measure(from, knot, last, end);
    double high = measure(to, knot + 1, last, end);
    double share = Math.clamp((target - low) / (high - low), 0, 1);
    double log = (1 - share) * FastMath.log1p(from) + share * FastMath.log1p(to);
    return Math.clamp(FastMath.expm1(log), from, to);
  }
}
