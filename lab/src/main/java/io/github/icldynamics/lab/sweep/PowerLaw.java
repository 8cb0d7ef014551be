package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.statistics.LinearFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/**
 * A power law {@code y = c x^a} fitted to points, with the correction that Akaike's criterion
 * prefers: none, or {@code ln y} has one more term.
 *
 * @param exponent a
 * @param halfWidth of its 95% interval, which tells the spread that residuals leave
 * @param correction in words of a formula; empty if there is none
 * @param largestResidual the largest {@code |ln y − fit|}
 * @param fitted the law
 */
record PowerLaw(
    double exponent,
    double halfWidth,
    String correction,
    double largestResidual,
    DoubleUnaryOperator fitted) {

  /** What is left over by more than this is no power law. */
  private static final double MOST_LEFT_OVER = 0.3;

  /** Residuals that are rounding say nothing about corrections. */
  private static final double EXACT = 1e-9;

  /** One more term of {@code ln y}. */
  private record Correction(String form, DoubleUnaryOperator term, boolean beyondOne) {}

  private static final List<Correction> CORRECTIONS =
      List.of(
          new Correction("exp(%s/√{x})", x -> 1 / FastMath.sqrt(x), false),
          new Correction("exp(%s/{x})", x -> 1 / x, false),
          new Correction("exp(%s/ln {x})", x -> 1 / FastMath.log(x), true),
          new Correction("(ln {x})^%s", x -> FastMath.log(FastMath.log(x)), true));

  /**
   * Fits points.
   *
   * @param x positive where they count; points with a number that is none, or not positive, are
   *     left out
   * @return no value for fewer than five points
   */
  static Optional<PowerLaw> of(List<Double> x, List<Double> y) {
    var places = new ArrayList<Double>();
    var numbers = new ArrayList<Double>();
    for (int i = 0; i < x.size(); i++) {
      if (isPositive(x.get(i)) && isPositive(y.get(i))) {
        places.add(x.get(i));
        numbers.add(FastMath.log(y.get(i)));
      }
    }
    return places.stream().distinct().count() < 5
        ? Optional.empty()
        : Optional.of(best(places, numbers));
  }

  private static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  private static PowerLaw best(List<Double> x, List<Double> logs) {
    var plain = fit(x, logs, Optional.empty());
    if (plain.law.largestResidual < EXACT) {
      return plain.law;
    }
    double least = x.stream().min(Double::compare).orElseThrow();
    var corrected =
        CORRECTIONS.stream()
            .filter(correction -> least > 1 || !correction.beyondOne)
            .filter(_ -> x.size() > 5)
            .map(correction -> fit(x, logs, Optional.of(correction)));
    return Stream.concat(Stream.of(plain), corrected)
        .min(Comparator.comparingDouble(Fitted::akaike))
        .orElseThrow()
        .law;
  }

  private record Fitted(PowerLaw law, double akaike) {}

  private static Fitted fit(List<Double> x, List<Double> logs, Optional<Correction> correction) {
    var regressors = new ArrayList<Vector>();
    regressors.add(mapped(x, each -> 1));
    regressors.add(mapped(x, FastMath::log));
    correction.ifPresent(more -> regressors.add(mapped(x, more.term)));
    var fit = LinearFit.of(Vector.copyOf(logs), regressors, mapped(x, each -> 1));
    double constant = fit.coefficient(0).value();
    double exponent = fit.coefficient(1).value();
    double size = correction.isPresent() ? fit.coefficient(2).value() : 0;
    DoubleUnaryOperator term = correction.map(Correction::term).orElse(each -> 0);
    var law =
        new PowerLaw(
            exponent,
            fit.coefficient(1).halfWidth(),
            correction.map(more -> more.form.formatted(NumberText.ofEntry(size))).orElse(""),
            Arrays.stream(fit.residuals().toArray()).map(FastMath::abs).max().orElse(0),
            each ->
                FastMath.exp(
                    constant + exponent * FastMath.log(each) + size * term.applyAsDouble(each)));
    return new Fitted(law, fit.akaike());
  }

  private static Vector mapped(List<Double> x, DoubleUnaryOperator function) {
    return Vector.of(x.stream().mapToDouble(function::applyAsDouble).toArray());
  }

  /** Whether the points follow it, so that it can be called their law. */
  boolean isFollowed() {
    return largestResidual <= MOST_LEFT_OVER;
  }

  /**
   * The law as people read it.
   *
   * @param x what x is called
   */
  String text(String x) {
    String power = "%s^%s".formatted(x, NumberText.ofEntry(exponent));
    return correction.isEmpty() ? power : power + " · " + correction.replace("{x}", x);
  }
}
