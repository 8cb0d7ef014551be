package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.LinearFit;
import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.claims.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** Runs of under-represented queries over the number of features, and what is read off them. */
final class Plateaus {
  static final double EPSILON = 1e-3;

  private Plateaus() {}

  /** A quantity of runs over K, at one p₁. */
  static List<Double> over(
      List<Long> features, double dominant, Reach reach, ToDoubleFunction<ColumnRun> quantity) {
    return features.stream()
        .map(
            k -> {
              var run = Family.UNDER_REPRESENTED.run(k, dominant, EPSILON, reach);
              Runs.convergence(run);
              return quantity.applyAsDouble(run);
            })
        .toList();
  }

  /** K. */
  static double features(ColumnRun run) {
    var column = run.trajectory().column();
    return column.count(0) + column.count(1) + column.count(2);
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

  /**
   * The limit of √K times a correction, fitted over K = 10² … 10¹² for every p₁, against a stated
   * c; to 10⁻⁴.
   */
  static Evidence fitLimit(
      Picture picture, ToDoubleFunction<ColumnRun> quantity, double c, Reach reach) {
    var features = Runs.halfDecades(2, 12, reach);
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var scaled = over(features, dominant, reach, quantity);
      var limit = Trend.coefficient(fitRootCorrection(features, scaled), 0);
      checks.add(Check.near("c, p₁ = " + dominant, limit, c, 1e-4));
      picture.points("p₁ = " + dominant, features, scaled);
    }
    return Evidence.of(picture.law("as stated", features, k -> c).exhibit(), checks);
  }
}
