package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.statistics.LinearFit;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** Runs of under-represented queries over the number of features, and what is read off them. */
final class Plateaus {
  static final double EPSILON = 1e-3;

  private Plateaus() {}

  /** The run to {@link #EPSILON}, which it has reached. */
  static ColumnRun run(long features, double dominant, Reach reach) {
    var run = Family.UNDER_REPRESENTED.run(features, dominant, EPSILON, reach);
    Runs.convergence(run);
    return run;
  }

  /** A quantity of runs over K, at one p₁. */
  static List<Double> over(
      List<Long> features, double dominant, Reach reach, ToDoubleFunction<ColumnRun> quantity) {
    return features.stream().map(k -> quantity.applyAsDouble(run(k, dominant, reach))).toList();
  }

  /** K. */
  static double features(ColumnRun run) {
    var column = run.trajectory().column();
    return column.count(0) + column.count(1) + column.count(2);
  }

  /** Draws K to the power that is stated. */
  static Observations drawPower(List<Long> features, String constant, Observations observed) {
    return observed.draw(
        (stated, picture) -> {
          double exponent = stated.get(constant);
          picture.law("K^" + exponent, features, k -> FastMath.pow(k, exponent));
        });
  }

  /** {@code 1, ln K/√K, 1/√K}: what √K times a correction of order K^{−½} looks like. */
  static LinearFit fitRootCorrection(List<Long> features, List<Double> scaled) {
    return Trend.fit(
        features,
        scaled,
        // Rounding of the flow, 1e-11, is scaled by √K; beyond it ln K/K is left out.
        k -> FastMath.log(k) / k + 1e-11 * FastMath.sqrt(k),
        k -> 1,
        k -> FastMath.log(k) / FastMath.sqrt(k),
        k -> 1 / FastMath.sqrt(k));
  }
}
