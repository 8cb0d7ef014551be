package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.util.FastMath;

/**
 * Where a risk is least, by Newton's method with steps halved until the loss falls enough: undamped
 * it diverges for short prompts.
 *
 * @param weights in the axes of Λ
 * @param at loss, gradient and Hessian there
 * @param iterations how many Newton steps it took
 */
public record RiskMinimum(Vector weights, RiskCurvature at, int iterations) {
  private static final int MOST_ITERATIONS = 100;

  /** Minima lie within a few times the weights for infinite prompts. */
  private static final double FARTHEST = 50;

  /** Relative length of a step that only rounding is left of. */
  private static final double NEGLIGIBLE = 1e-13;

  /** Relative length of a step from which on the method converges quadratically. */
  private static final double QUADRATIC = 1e-6;

  private static final double ROUNDING = 1e-14;

  /** Armijo's constant: the share of the predicted fall that a step has to bring. */
  private static final double SUFFICIENT = 1e-4;

  /** The minimum, sought from zero weights. */
  public static RiskMinimum of(Risk risk) {
    return from(Vector.zero(risk.size()), risk);
  }

  /**
   * The minimum, sought from given weights.
   *
   * @throws InvalidInputException if there is none to be seen: where hardly any point lies between
   *     the classes, their mean loss falls along some direction for ever
   */
  public static RiskMinimum from(Vector start, Risk risk) {
    double ideal = idealNorm(risk);
    double farthest = FARTHEST * (start.maximumNorm() + ideal);
    var weights = start;
    var at = risk.curvature(start);
    double before = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      var step = solve(at, at.slope().gradient());
      double length = step.maximumNorm() / (ideal + weights.maximumNorm());
      // Near the minimum every step is far shorter than the last, until only rounding is left.
      if (length <= NEGLIGIBLE || (length < QUADRATIC && length > 0.5 * before)) {
        return new RiskMinimum(weights, at, i);
      }
      if (!(weights.maximumNorm() <= farthest)) {
        throw withoutMinimum();
      }
      before = length;
      for (double factor = 1; ; factor /= 2) {
        var next = weights.plus(-factor, step);
        var there = risk.curvature(next);
        if (fallsEnough(at, there, step, factor)) {
          weights = next;
          at = there;
          break;
        }
      }
    }
    throw withoutMinimum();
  }

  private static double idealNorm(Risk risk) {
    return Vector.of(risk.law().infinitePromptWeights()).maximumNorm();
  }

  private static InvalidInputException withoutMinimum() {
    return new InvalidInputException(
        "mixture",
        "must have classes that overlap more than these (fewer dimensions, or larger variances):"
            + " over the points that are affordable the risk has no minimum");
  }

  /** Armijo's condition; next to the minimum the fall is below the rounding of the loss. */
  private static boolean fallsEnough(
      RiskCurvature at, RiskCurvature there, Vector step, double factor) {
    double fall = SUFFICIENT * factor * step.dot(at.slope().gradient());
    double rounding = ROUNDING * FastMath.abs(at.slope().loss());
    return there.slope().loss() <= at.slope().loss() - fall + rounding;
  }

  /**
   * {@code H^{−1} r}: of the gradient, the step of Newton's method backwards.
   *
   * @throws InvalidInputException if the risk is flat there
   */
  static Vector solve(RiskCurvature at, Vector right) {
    var hessian = new Array2DRowRealMatrix(at.hessian().toArray(), false);
    try {
      var solver = new CholeskyDecomposition(hessian, 1e-12, 0).getSolver();
      return Vector.of(solver.solve(new ArrayRealVector(right.toArray(), false)).toArray());
    } catch (MathIllegalArgumentException e) {
      throw withoutMinimum();
    }
  }
}
