package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.statistics.LinearFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** Fits with the corrections that the theory of this system has. */
final class Corrections {
  /** Rounding of the flow, below which no fit can see. */
  private static final double FLOW_ACCURACY = 1e-10;

  /** Coefficients of the terms that the theory has are below 10; several of them add up. */
  private static final double LARGEST_RESIDUAL = 50;

  private Corrections() {}

  /** A fit over K whose corrections are {@code K^{−½}, ln K/K, 1/K}, as the theory has them. */
  static LinearFit overFeatures(
      List<Long> features, List<Double> y, DoubleUnaryOperator... leading) {
    return Trend.fit(
        features,
        y,
        Corrections::leftOutInFeatures,
        with(leading, k -> 1 / FastMath.sqrt(k), k -> FastMath.log(k) / k, k -> 1 / k));
  }

  /** A fit over 1/ε whose corrections are {@code √ε, ε ln(1/ε), ε}, as the theory has them. */
  static LinearFit overAccuracies(
      List<Double> accuracies, List<Double> y, DoubleUnaryOperator... leading) {
    return Trend.fit(
        accuracies,
        y,
        Corrections::leftOutInAccuracy,
        with(leading, a -> 1 / FastMath.sqrt(a), a -> FastMath.log(a) / a, a -> 1 / a));
  }

  private static DoubleUnaryOperator[] with(
      DoubleUnaryOperator[] leading, DoubleUnaryOperator... corrections) {
    return Stream.concat(Arrays.stream(leading), Arrays.stream(corrections))
        .toArray(DoubleUnaryOperator[]::new);
  }

  /** The first term that {@link #overFeatures} leaves out, and the rounding of the flow. */
  private static double leftOutInFeatures(double features) {
    return FastMath.log(features) * FastMath.pow(features, -1.5) + FLOW_ACCURACY;
  }

  /** The first term that {@link #overAccuracies} leaves out, and the rounding of the flow. */
  private static double leftOutInAccuracy(double accuracy) {
    return FastMath.pow(accuracy, -1.5) + FLOW_ACCURACY;
  }

  /**
   * A power law, fitted with corrections to the logarithm of what grows by it.
   *
   * @param residuals of the fit, absolute, in units of what it leaves out at each x
   */
  record PowerLaw(
      String title,
      List<? extends Number> at,
      List<Double> values,
      Quantity exponent,
      List<Double> residuals) {
    static PowerLaw overFeatures(String title, List<Long> features, List<Double> values) {
      var fit = Corrections.overFeatures(features, logarithms(values), k -> 1, FastMath::log);
      return of(title, features, values, fit, Corrections::leftOutInFeatures);
    }

    static PowerLaw overAccuracies(String title, List<Double> accuracies, List<Double> values) {
      var fit = Corrections.overAccuracies(accuracies, logarithms(values), a -> 1, FastMath::log);
      return of(title, accuracies, values, fit, Corrections::leftOutInAccuracy);
    }

    private static PowerLaw of(
        String title,
        List<? extends Number> at,
        List<Double> values,
        LinearFit fit,
        DoubleUnaryOperator leftOut) {
      var residuals = new ArrayList<Double>();
      for (int i = 0; i < at.size(); i++) {
        double unit = leftOut.applyAsDouble(at.get(i).doubleValue());
        residuals.add(FastMath.abs(fit.residuals().get(i)) / unit);
      }
      return new PowerLaw(title, at, values, Trend.coefficient(fit, 1), residuals);
    }

    private static List<Double> logarithms(List<Double> values) {
      return values.stream().map(FastMath::log).toList();
    }

    /** A check that at every x the residual is a moderate multiple of what the fit leaves out. */
    Check residualCheck() {
      double largest = residuals.stream().max(Double::compare).orElseThrow();
      return Check.atMost(
          "largest residual over the term left out, " + title, largest, LARGEST_RESIDUAL);
    }
  }
}
