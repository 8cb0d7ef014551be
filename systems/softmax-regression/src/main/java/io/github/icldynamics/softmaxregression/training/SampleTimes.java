package io.github.icldynamics.softmaxregression.training;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hipparchus.util.FastMath;

/**
 * The times at which a run is written down: dense in the logarithm of time and, for pictures over
 * time itself, in that; and dense where the method itself made many steps, because there the logits
 * move fast.
 */
public final class SampleTimes {
  /** Pictures over time itself end here, in units of the time of convergence. */
  private static final double BEYOND = 1.5;

  private SampleTimes() {}

  /**
   * Ascending times from 0 to the end, the phases' ends among them.
   *
   * @param number how many, about
   */
  public static List<Double> of(ColumnRun run, int number) {
    var knots = run.trajectory().knots();
    var spacing = Spacing.of(run);
    var times = milestones(run);
    int last = knots.size() - 1;
    int knot = 0;
    for (int i = 1; i < number && last > 0; i++) {
      double target = (double) i / number;
      while (knot < last - 1 && spacing.measure(knots.get(knot + 1), knot + 1) < target) {
        knot++;
      }
      double tau = spacing.between(knots.get(knot), knots.get(knot + 1), knot, target);
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

  /**
   * How far along a run a time is, from 0 to 1.
   *
   * @param last the number of the last step
   * @param shown where pictures over time itself end
   */
  private record Spacing(int last, double end, double shown) {
    static Spacing of(ColumnRun run) {
      double end = run.trajectory().end();
      double shown = BEYOND * run.convergence().orElse(end);
      int last = run.trajectory().knots().size() - 1;
      return new Spacing(last, end, shown > 0 ? Math.min(end, shown) : end);
    }

    /** A third each: the shares of the logarithm of time, of time, and of steps. */
    double measure(double tau, int knot) {
      double logarithmic = FastMath.log1p(tau) / FastMath.log1p(end);
      return (logarithmic + Math.min(1, tau / shown) + (double) knot / last) / 3;
    }

    double between(double from, double to, int knot, double target) {
      double low = measure(from, knot);
      double high = measure(to, knot + 1);
      double share = Math.clamp((target - low) / (high - low), 0, 1);
      double log = (1 - share) * FastMath.log1p(from) + share * FastMath.log1p(to);
      return Math.clamp(FastMath.expm1(log), from, to);
    }
  }
}
