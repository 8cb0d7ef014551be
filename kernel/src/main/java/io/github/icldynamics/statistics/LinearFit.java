package io.github.icldynamics.statistics;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.hipparchus.util.FastMath;

/**
 * A fit {@code y ≈ Σ c_j f_j} by weighted least squares.
 *
 * <p>The data of this laboratory carry no noise: what is left over is what the model leaves out.
 * The intervals are those of least squares and tell its spread; a term left out can bend a
 * coefficient by a few times as much, which whoever compares it must allow for.
 *
 * @param coefficients one a regressor, in their order
 * @param residuals {@code y − Σ c_j f_j}, unweighted
 * @param akaike Akaike's criterion with the small-sample correction, up to a constant that is the
 *     same for all models of the same data; the smaller the better
 */
public record LinearFit(List<Coefficient> coefficients, Vector residuals, double akaike) {
  private static final double CONFIDENCE = 0.95;

  public LinearFit {
    coefficients = List.copyOf(coefficients);
  }

  /**
   * A fitted coefficient.
   *
   * @param halfWidth of its 95% interval
   */
  public record Coefficient(double value, double halfWidth) {}

  /**
   * Fits data.
   *
   * @param y n values
   * @param regressors n values each; at least 1 and at most n − 3 of them
   * @param scale n positive sizes of what the model leaves out: points count by its inverse
   * @throws InvalidInputException if there are too few data
   */
  public static LinearFit of(Vector y, List<Vector> regressors, Vector scale) {
    int points = y.size();
    if (regressors.isEmpty() || points < regressors.size() + 3) {
      throw new InvalidInputException(
          "points",
          "must be at least " + (regressors.size() + 3) + " for this model, not " + points);
    }
    var norms = regressors.stream().map(f -> norm(f, scale)).toList();
    double[] target = new double[points];
    double[][] rows = new double[points][regressors.size()];
    for (int i = 0; i < points; i++) {
      target[i] = y.get(i) / scale.get(i);
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = regressors.get(j).get(i) / (scale.get(i) * norms.get(j));
      }
    }
    var regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    regression.newSampleData(target, rows);
    return new LinearFit(
        coefficients(regression, norms, points),
        residuals(regression, scale),
        akaike(regression, points, regressors.size()));
  }

  /** Columns of like size keep the decomposition well conditioned. */
  private static double norm(Vector regressor, Vector scale) {
    double largest = 0;
    for (int i = 0; i < regressor.size(); i++) {
      largest = FastMath.max(largest, FastMath.abs(regressor.get(i) / scale.get(i)));
    }
    return largest;
  }

  private static List<Coefficient> coefficients(
      OLSMultipleLinearRegression regression, List<Double> norms, int points) {
    double quantile =
        new TDistribution(points - norms.size())
            .inverseCumulativeProbability(0.5 + 0.5 * CONFIDENCE);
    double[] values = regression.estimateRegressionParameters();
    double[] errors = regression.estimateRegressionParametersStandardErrors();
    return IntStream.range(0, values.length)
        .mapToObj(
            j -> new Coefficient(values[j] / norms.get(j), quantile * errors[j] / norms.get(j)))
        .toList();
  }

  private static Vector residuals(OLSMultipleLinearRegression regression, Vector scale) {
    double[] residuals = regression.estimateResiduals();
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] *= scale.get(i);
    }
    return Vector.of(residuals);
  }

  private static double akaike(OLSMultipleLinearRegression regression, int points, int regressors) {
    int parameters = regressors + 1;
    double correction = 2.0 * parameters * (parameters + 1) / (points - parameters - 1);
    return points * FastMath.log(regression.calculateResidualSumOfSquares() / points)
        + 2 * parameters
        + correction;
  }

  /** A coefficient by number. */
  public Coefficient coefficient(int index) {
    return coefficients.get(index);
  }
}
