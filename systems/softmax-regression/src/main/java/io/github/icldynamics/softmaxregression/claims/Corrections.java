package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.statistics.LinearFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
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
    return fit(features, y, Corrections::leftOutInFeatures, leading);
  }

  /** A fit whose corrections are {@code x^{−½}, ln x/x, 1/x}. */
  private static LinearFit fit(
      List<? extends Number> at,
      List<Double> y,
      DoubleUnaryOperator leftOut,
      DoubleUnaryOperator... leading) {
    Stream<DoubleUnaryOperator> corrections =
        Stream.of(x -> 1 / FastMath.sqrt(x), x -> FastMath.log(x) / x, x -> 1 / x);
    var functions = Stream.concat(Arrays.stream(leading), corrections);
    return Trend.fit(at, y, leftOut, functions.toArray(DoubleUnaryOperator[]::new));
  }

  /** The first term that a fit over K leaves out, and the rounding of the flow. */
  private static double leftOutInFeatures(double features) {
    return FastMath.log(features) * FastMath.pow(features, -1.5) + FLOW_ACCURACY;
  }

  /** The first term that a fit over 1/ε leaves out, and the rounding of the flow. */
  private static double leftOutInAccuracy(double accuracy) {
    return FastMath.pow(accuracy, -1.5) + FLOW_ACCURACY;
  }

  /** A function of every x and its y. */
  static List<Double> image(
      List<? extends Number> x, List<Double> y, DoubleBinaryOperator function) {
    return IntStream.range(0, y.size())
        .mapToObj(i -> function.applyAsDouble(x.get(i).doubleValue(), y.get(i)))
        .toList();
  }

  /**
   * What grows by a power law, up to corrections.
   *
   * @param values what grows
   * @param ratios what is left of it when it is divided by the power law
   * @param leftOut what a fit leaves out at each x
   */
  record Growth(
      String title,
      List<? extends Number> at,
      List<Double> values,
      List<Double> ratios,
      DoubleUnaryOperator leftOut) {
    /** Over K; corrections are {@code K^{−½}, ln K/K, 1/K}, as the theory has them. */
    static Growth overFeatures(
        String title, List<Long> features, List<Double> values, List<Double> ratios) {
      return new Growth(title, features, values, ratios, Corrections::leftOutInFeatures);
    }

    /** Over 1/ε; corrections are {@code √ε, ε ln(1/ε), ε}, as the theory has them. */
    static Growth overAccuracies(
        String title, List<Double> accuracies, List<Double> values, List<Double> ratios) {
      return new Growth(title, accuracies, values, ratios, Corrections::leftOutInAccuracy);
    }

    /** The power to which the values grow, and that its fit leaves nothing large. */
    void observeExponent(String name, double tolerance, Observations observed) {
      double largest = Collections.max(residuals());
      observed
          .near(name + ", " + title, Trend.coefficient(fitPower(), 1), "exponent", tolerance)
          .atMost(
              "largest residual over the term left out, " + title,
              largest,
              stated -> LARGEST_RESIDUAL)
          .points(title, at, values);
    }

    private LinearFit fitPower() {
      var logarithms = values.stream().map(FastMath::log).toList();
      return Corrections.fit(at, logarithms, leftOut, x -> 1, FastMath::log);
    }

    /** Of the fitted power, absolute, in units of what the fit leaves out at each x. */
    private List<Double> residuals() {
      return image(
          at,
          fitPower().residuals().toList(),
          (x, residual) -> FastMath.abs(residual) / leftOut.applyAsDouble(x));
    }

    /** What has been observed of exponents, and in an exhibit of its own the residuals. */
    static Judgement withResiduals(List<Growth> growths, Exhibit.Axis x, Observations observed) {
      var y = Exhibit.Axis.log("|residual| over the term left out");
      var residuals = Picture.of("Residuals of the fit", x, y);
      growths.forEach(growth -> residuals.points(growth.title, growth.at, growth.residuals()));
      return stated -> {
        var evidence = observed.judge(stated);
        var exhibits = new ArrayList<>(evidence.exhibits());
        exhibits.add(residuals.exhibit());
        return new Evidence(evidence.checks(), evidence.restriction(), exhibits);
      };
    }

    /** A fit to the ratios. */
    LinearFit fit(DoubleUnaryOperator... leading) {
      return Corrections.fit(at, ratios, leftOut, leading);
    }

    /** The last ratio, and the limit of ratios. */
    void observeConstant(
        String last, double tolerance, double limitTolerance, Observations observed) {
      var limit = Trend.coefficient(fit(x -> 1), 0);
      observed
          .near(last + ", " + title, ratios.getLast(), "constant", tolerance)
          .near("fitted limit, " + title, limit, "constant", limitTolerance)
          .points(title, at, ratios);
    }

    /** Whether there is a logarithm in the ratios, by its coefficient and Akaike's criterion. */
    void observeLogarithm(String name, double tolerance, Observations observed) {
      var coefficient = Trend.coefficient(fit(x -> 1, FastMath::log), 1);
      double preference = fit(FastMath::log).akaike() - fit(x -> 1).akaike();
      observed
          .near(name + ", " + title, coefficient, "coefficient of the logarithm", tolerance)
          .atLeast("preference for no logarithm, " + title, preference, stated -> 10)
          .points(title, at, ratios);
    }
  }
}
