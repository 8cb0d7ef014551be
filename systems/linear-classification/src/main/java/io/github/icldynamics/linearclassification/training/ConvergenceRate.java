package io.github.icldynamics.linearclassification.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.statistics.LinearFit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/**
 * How fast a run approaches its minimum: the slope of {@code ln ‖W^t − W*‖²} over the iterations,
 * by least squares over the end of the run.
 *
 * @param perIteration the slope, negative
 * @param halfWidth of its 95% interval
 * @param rSquared the share of the variance that the straight line explains
 * @param decades over which {@code ‖W − W*‖²} falls in the fit
 * @param asymptotic {@code 2 ln max(|1 − ηλ_min|, |1 − ηλ_max|)} with the eigenvalues of the
 *     Hessian at W*: what gradient descent has to come to
 */
public record ConvergenceRate(
    double perIteration, double halfWidth, double rSquared, double decades, double asymptotic) {
  /** The fit begins where the squared distance has come down to this share of the start's. */
  private static final double BEGINNING = 1e-6;

  /** Below this share rounding can be seen. */
  private static final double END = 1e-24;

  private static final int MOST_POINTS = 400;
  private static final int FEWEST_POINTS = 5;

  /**
   * The rate of a run of gradient descent.
   *
   * @return empty if the run is too short for a fit
   */
  public static Optional<ConvergenceRate> of(MixtureRun run, double learningRate) {
    double first = run.squaredDistanceAt(0);
    long last = (long) FastMath.rint(run.trajectory().end() / learningRate);
    long step = Math.max(1, last / (MOST_POINTS * 4));
    var iterations = new ArrayList<Double>();
    var logarithms = new ArrayList<Double>();
    for (long t = 0; t <= last; t += step) {
      double share = run.squaredDistanceAt(run.trajectory().nearestTime(t * learningRate)) / first;
      if (share <= BEGINNING && share >= END) {
        iterations.add((double) t);
        logarithms.add(FastMath.log(share));
      }
    }
    return iterations.size() < FEWEST_POINTS
        ? Optional.empty()
        : Optional.of(fit(iterations, logarithms, asymptotic(run, learningRate)));
  }

  private static double asymptotic(MixtureRun run, double learningRate) {
    var spectrum = run.minimum().at().hessian().spectrum();
    return 2
        * FastMath.log(
            FastMath.max(
                FastMath.abs(1 - learningRate * spectrum.least()),
                FastMath.abs(1 - learningRate * spectrum.greatest())));
  }

  private static ConvergenceRate fit(
      List<Double> iterations, List<Double> logarithms, double asymptotic) {
    var scale = Vector.copyOf(Collections.nCopies(iterations.size(), 1));
    var fit =
        LinearFit.of(Vector.copyOf(logarithms), List.of(scale, Vector.copyOf(iterations)), scale);
    var slope = fit.coefficient(1);
    double decades = (logarithms.getFirst() - logarithms.getLast()) / FastMath.log(10);
    return new ConvergenceRate(
        slope.value(),
        slope.halfWidth(),
        rSquared(logarithms, fit.residuals()),
        decades,
        asymptotic);
  }

  private static double rSquared(List<Double> values, Vector residuals) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double total = 0;
    double left = 0;
    for (int i = 0; i < values.size(); i++) {
      total += (values.get(i) - mean) * (values.get(i) - mean);
      left += residuals.get(i) * residuals.get(i);
    }
    return 1 - left / total;
  }
}
