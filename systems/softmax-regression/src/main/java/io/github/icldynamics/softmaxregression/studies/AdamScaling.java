package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.descent.Adam;
import io.github.icldynamics.descent.SignDescent;
import io.github.icldynamics.descent.UpdateRule;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.training.AdamDelay;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.study.StudyTable;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** Adam's iterations over many more decades of K than other methods are looked at. */
final class AdamScaling {
  static final double RATE = 0.1;
  static final double FLOOR = 1e-8;

  /** The greatest K that is iterated, and the greatest of the law. */
  static final int ITERATED = 1_000_000;

  static final int LAST = 100_000_000;

  private static final int LEAST = 100;
  private static final int DIGITS = 4;

  private static final Adam ADAM = new Adam(0.9, 0.999, FLOOR);

  /** The law speaks of floors that a run meets long before its end. */
  private static final double LEAST_PLATEAU = 1000;

  private final Series<Double> measured = measured(ADAM);
  private final Series<Double> signs = measured(new SignDescent());

  private static Series<Double> measured(UpdateRule rule) {
    return Series.of(
        Sweep.logarithmic(100, ITERATED, 8), k -> iterations((long) FastMath.rint(k), rule));
  }

  private static double iterations(long features, UpdateRule rule) {
    Experiment experiment = Sweep.experiment(Contestant.law(features), rule, RATE);
    return Sweep.time(experiment.layerPlan().train(Sweep.RARE)) / RATE;
  }

  /** {@code (ε_A/η) T_flow}. */
  private static double plateau(double features) {
    double flow = Sweep.time(Contestant.law((long) FastMath.rint(features)), Sweep.RARE);
    return FLOOR / RATE * flow;
  }

  private static double law(double features) {
    var law = Contestant.law((long) FastMath.rint(features)).law();
    double ratio = law.probability(Sweep.RARE) / FLOOR;
    var delay = new AdamDelay(ADAM, RATE, ratio, features);
    double plateau = plateau(features);
    return plateau
        + delay.ofBurst(1 / FastMath.sqrt(2 * Sweep.EPSILON) - 1)
        + delay.ofStart(Contestant.DOMINANT, plateau);
  }

  double iterationsAt(double features) {
    return measured.at(features);
  }

  double lawAt(double features) {
    return law(features);
  }

  /** From each K to the next decade's. */
  StudyTable exponents() {
    var rows = new ArrayList<List<String>>();
    for (double k = LEAST; k < 0.99 * LAST; k *= 10) {
      var here = iterations(k);
      double slope = FastMath.log10(iterations(10 * k) / here);
      rows.add(
          List.of(
              SignificantDigits.of(k),
              SignificantDigits.of(here, DIGITS),
              SignificantDigits.of(slope, DIGITS)));
    }
    return new StudyTable(
        "Adam with η = 0.1 and ε = 10⁻⁸: iterations of an under-represented query, iterated up to "
            + "K = 10⁶ and by the law beyond, and the local exponent to 10 K, which tends to 2.",
        List.of("K", "iterations", "local exponent"),
        rows);
  }

  /** Iterated, or by the law where that would take too long. */
  private double iterations(double features) {
    return features <= ITERATED ? iterations((long) FastMath.rint(features), ADAM) : law(features);
  }

  LineChart chart() {
    var places = Sweep.logarithmic(least(), LAST, 16);
    return Sweep.chart(
        "Adam with η = 0.1 and ε = 10⁻⁸: an under-represented query",
        Axis.log("features K"),
        Axis.log("iterations to an error of 0.01"),
        List.of(
            measured.curve("Adam", value -> value, CurveStyle.marks(3)),
            Sweep.curve("law with its delay", places, AdamScaling::law, CurveStyle.solid(3)),
            flowCurve(),
            signs.curve("sign descent", value -> value, CurveStyle.marks(1))));
  }

  private static Curve flowCurve() {
    return Sweep.curve(
        "(ε/η) T of the flow",
        Sweep.logarithmic(10_000, LAST, 16),
        AdamScaling::plateau,
        CurveStyle.dashed(6));
  }

  /** The least K of which the law speaks, {@code ε_A K²/(1 − p₁) ≥ 1000}. */
  private static double least() {
    return FastMath.sqrt(LEAST_PLATEAU * (1 - Contestant.DOMINANT) / FLOOR);
  }
}
