package io.github.icldynamics.descent;

import static io.github.icldynamics.descent.RadauMethod.CURVATURE_WEIGHTS;
import static io.github.icldynamics.descent.RadauMethod.ERROR_WEIGHTS;
import static io.github.icldynamics.descent.RadauMethod.LOWER_ORDER;
import static io.github.icldynamics.descent.RadauMethod.MATRIX;
import static io.github.icldynamics.descent.RadauMethod.NODES;
import static io.github.icldynamics.descent.RadauMethod.REAL;
import static io.github.icldynamics.descent.RadauMethod.STAGES;

import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.util.FastMath;

/**
 * The flow where it is stiff: some weights follow the others at once, and an explicit method would
 * have to resolve how fast. Radau's collocation of order 13, in flow time itself, its stages by
 * Newton's method, its steps by a formula of order 7, which is also the order of the polynomial
 * that is read between. One from one thread at a time.
 */
final class ImplicitFlow {
  private static final int MOST_ITERATIONS = 12;

  /** Newton's method ends where what it still changes is this share of the tolerance. */
  private static final double NEGLIGIBLE = 1e-3;

  /** Changes below this share of the tolerance that no longer shrink are rounding. */
  private static final double ROUNDING = 0.1;

  private static final double SAFETY = 0.9;
  private static final double HALF = 0.5;
  private static final double FASTEST_GROWTH = 5;
  private static final double FASTEST_FALL = 0.2;

  /** A step shorter than this share of the time is lost in its rounding. */
  private static final double SHORTEST = 1e-15;

  private final Objective objective;
  private final double tolerance;
  private final int size;
  private double tau;
  private double[] weights;
  private double length;
  private Optional<ImplicitStep> before = Optional.empty();

  /**
   * @param weights at the start
   * @param length of the first step to try
   */
  ImplicitFlow(Objective objective, double tolerance, double tau, double[] weights, double length) {
    this.objective = objective;
    this.tolerance = tolerance;
    this.size = objective.size();
    this.tau = tau;
    this.weights = weights.clone();
    this.length = length;
  }

  /**
   * The next step; empty if none is possible any more.
   *
   * @param horizon where it must end at the latest, after the current time
   */
  Optional<ImplicitStep> step(double horizon) {
    var jacobian = Linearisation.jacobian(objective, tau, weights);
    double[] slope = slope(tau, weights);
    length = Math.min(length, horizon - tau);
    while (length > SHORTEST * tau && length > 0) {
      var attempt = attempt(jacobian, slope);
      double factor = attempt.map(tried -> growth(tried.error)).orElse(HALF);
      if (attempt.isPresent() && attempt.get().error <= 1) {
        return Optional.of(accept(attempt.get().increments, horizon, factor));
      }
      length *= Math.min(factor, SAFETY);
    }
    return Optional.empty();
  }

  /** A step of the current length, whatever its error. */
  Optional<double[][]> increments() {
    return attempt(Linearisation.jacobian(objective, tau, weights), slope(tau, weights))
        .map(tried -> tried.increments);
  }

  private Optional<Attempt> attempt(BorderedMatrix jacobian, double[] slope) {
    try {
      var equations = new StageEquations(jacobian, length);
      return newton(equations)
          .map(
              z ->
                  new Attempt(
                      z,
                      FastMath.max(
                          weighted(equations.damp(difference(slope, z))), interpolationError(z))));
    } catch (MathRuntimeException e) {
      return Optional.empty(); // A singular system: another length has another one.
    }
  }

  private static double growth(double error) {
    double factor = SAFETY * FastMath.pow(error, -1.0 / (LOWER_ORDER + 1));
    return Math.clamp(factor, FASTEST_FALL, FASTEST_GROWTH);
  }

  private ImplicitStep accept(double[][] increments, double horizon, double factor) {
    double last = length == horizon - tau ? horizon : tau + length;
    var step = new ImplicitStep(tau, last, length, weights, increments);
    before = Optional.of(step);
    weights = step.at(1);
    tau = last;
    length *= factor;
    return step;
  }

  /** The increments of all stages, if Newton's method finds them. */
  private Optional<double[][]> newton(StageEquations equations) {
    double[][] increments = predicted();
    double previous = Double.POSITIVE_INFINITY;
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      double moved = move(increments, equations.solve(residuals(increments)));
      double rate = moved / previous;
      double remaining = iteration == 0 ? moved : moved * rate / (1 - rate);
      if (remaining >= 0 && remaining <= NEGLIGIBLE) {
        return Optional.of(increments);
      }
      if (!(rate < 1)) {
        // Where only rounding is left, nothing more can be gained.
        return moved <= ROUNDING ? Optional.of(increments) : Optional.empty();
      }
      previous = moved;
    }
    return Optional.empty();
  }

  private double move(double[][] increments, double[][] change) {
    double largest = 0;
    for (int i = 0; i < STAGES; i++) {
      largest = FastMath.max(largest, weighted(change[i]));
      for (int m = 0; m < size; m++) {
        increments[i][m] += change[i][m];
      }
    }
    return largest;
  }

  /** The last step's polynomial, followed beyond its end. */
  private double[][] predicted() {
    double[][] increments = new double[STAGES][size];
    if (before.isEmpty() || length > 2 * before.get().length()) {
      return increments;
    }
    for (int i = 0; i < STAGES; i++) {
      double[] at = before.get().at(1 + NODES[i] * length / before.get().length());
      for (int m = 0; m < size; m++) {
        increments[i][m] = at[m] - weights[m];
      }
    }
    return increments;
  }

  /** {@code h Σ_j a_ij F_j − z_i}. */
  private double[][] residuals(double[][] increments) {
    double[][] residuals = new double[STAGES][size];
    for (int i = 0; i < STAGES; i++) {
      for (int m = 0; m < size; m++) {
        residuals[i][m] -= increments[i][m];
      }
    }
    double[] at = new double[size];
    for (int j = 0; j < STAGES; j++) {
      for (int m = 0; m < size; m++) {
        at[m] = weights[m] + increments[j][m];
      }
      double[] slope = slope(tau + NODES[j] * length, at);
      for (int i = 0; i < STAGES; i++) {
        double factor = length * MATRIX[i][j];
        for (int m = 0; m < size; m++) {
          residuals[i][m] += factor * slope[m];
        }
      }
    }
    return residuals;
  }

  /** What the formula of lower order differs by. */
  private double[] difference(double[] slope, double[][] increments) {
    double[] difference = new double[size];
    for (int m = 0; m < size; m++) {
      difference[m] = length / REAL * slope[m];
      for (int i = 0; i < STAGES; i++) {
        difference[m] += ERROR_WEIGHTS[i] * increments[i][m];
      }
    }
    return difference;
  }

  /**
   * What the polynomial errs by between the stages, in units of what is tolerated. A weight that
   * follows another at once is exact at the stages, so that the other estimate does not see it.
   */
  private double interpolationError(double[][] increments) {
    double largest = 0;
    for (int m = 0; m < size; m++) {
      double curvature = 0;
      for (int i = 0; i < STAGES; i++) {
        curvature += CURVATURE_WEIGHTS[i] * increments[i][m];
      }
      largest = FastMath.max(largest, FastMath.abs(curvature) / (1 + FastMath.abs(weights[m])));
    }
    return FastMath.pow(largest, (LOWER_ORDER + 1.0) / LOWER_ORDER) / tolerance;
  }

  /** The largest entry, in units of what is tolerated. */
  private double weighted(double[] values) {
    double largest = 0;
    for (int m = 0; m < size; m++) {
      double tolerated = tolerance * (1 + FastMath.abs(weights[m]));
      largest = FastMath.max(largest, FastMath.abs(values[m]) / tolerated);
    }
    return largest;
  }

  private double[] slope(double time, double[] at) {
    double[] direction = new double[size];
    objective.descend(time, at, direction);
    objective.balance(direction);
    return direction;
  }

  /**
   * A step that was tried: the increments of its stages, and its error as a share of what may be.
   */
  private static final class Attempt {
    private final double[][] increments;
    private final double error;

    private Attempt(double[][] increments, double error) {
      this.increments = increments;
      this.error = error;
    }
  }
}
