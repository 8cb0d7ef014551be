package io.github.icldynamics.lab.verify;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Expectation;
import io.github.icldynamics.claim.Finding;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks and findings in words. */
public final class EvidenceText {
  /** Five digits tell a number to this many parts. */
  private static final double LARGE = 1e4;

  private static final int MOST_DIGITS = 15;

  private EvidenceText() {}

  /** The measured value, with its uncertainty if it has one. */
  public static String measured(Check check) {
    var quantity = check.quantity();
    String value = precise(quantity.value(), check.expectation());
    return quantity.uncertainty() == 0
        ? value
        : value + " ± " + SignificantDigits.of(quantity.uncertainty(), 2);
  }

  /** Enough digits to see how near a number is to a round one, or within what is tolerated. */
  private static String precise(double value, Expectation expectation) {
    if (expectation instanceof Expectation.Near(_, double tolerance)
        && tolerance > 0
        && Math.abs(value) > LARGE * tolerance) {
      int digits = (int) Math.ceil(Math.log10(Math.abs(value) / tolerance)) + 2;
      return SignificantDigits.of(value, Math.min(digits, MOST_DIGITS));
    }
    String five = SignificantDigits.of(value);
    return Math.abs(value) >= 0.01 && Math.abs(value) < 1e6 && five.length() > 1
        ? SignificantDigits.of(value, 8)
        : five;
  }

  /** What the statement predicts. */
  public static String expected(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Near(double target, double tolerance) ->
          tolerance == 0
              ? SignificantDigits.of(target)
              : SignificantDigits.of(target, 8) + " ± " + SignificantDigits.of(tolerance);
      case Expectation.AtMost(double bound) -> "≤ " + SignificantDigits.of(bound);
      case Expectation.AtLeast(double bound) -> "≥ " + SignificantDigits.of(bound);
    };
  }

  /** All predictions of a claim, each kind once. */
  public static String expected(Finding finding) {
    return finding.checks().stream()
        .map(check -> expected(check.expectation()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** One sentence: the verdict, and the check that decides most. */
  public static String sentence(Finding finding) {
    String verdict = finding.verdict().sentence();
    return decisive(finding).map(check -> verdict + "; " + words(check)).orElse(verdict);
  }

  private static String words(Check check) {
    String place = check.ruling() == Check.Ruling.MET ? "nearest to its limit" : "farthest out";
    return "%s: %s = %s, expected %s"
        .formatted(place, check.name(), measured(check), expected(check.expectation()));
  }

  /** The check with the least room, in units of its tolerance or bound. */
  private static Optional<Check> decisive(Finding finding) {
    return finding.checks().stream().max(Comparator.comparingDouble(EvidenceText::strain));
  }

  private static double strain(Check check) {
    double x = check.quantity().value();
    double excess = check.expectation().excess(x) + check.quantity().uncertainty();
    double scale =
        switch (check.expectation()) {
          case Expectation.Near(_, double tolerance) -> tolerance;
          case Expectation.AtMost(double bound) -> Math.abs(bound);
          case Expectation.AtLeast(double bound) -> Math.abs(bound);
        };
    return Double.isNaN(excess) ? Double.POSITIVE_INFINITY : scale == 0 ? excess : excess / scale;
  }
}
