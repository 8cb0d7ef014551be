package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuadraticFormLossTest {
  /** Of the sums below, and of the rule, for values of size 1. */
  private static final double TOLERANCE = 1e-11;

  private static final double REACH = 8.5;

  /** {@code E f(ζ)} by the trapezoidal rule; what is beyond the ends weighs 1e-16. */
  private static double mean(DoubleBinaryOperator f, double step) {
    return plane((x, y) -> y == 0 ? f.applyAsDouble(x, 0) : 0, step)
        * Math.sqrt(2 * Math.PI)
        / step;
  }

  /** {@code E f(ζ_1, ζ_2)} likewise; the poles nearest to the axes cost less than 1e-12. */
  private static double plane(DoubleBinaryOperator f, double step) {
    int nodes = (int) Math.round(REACH / step);
    double sum = 0;
    for (int i = -nodes; i <= nodes; i++) {
      for (int j = -nodes; j <= nodes; j++) {
        double x = i * step;
        double y = j * step;
        double weight = Math.exp(-0.5 * (x * x + y * y)) / (2 * Math.PI);
        sum += weight * f.applyAsDouble(x, y);
      }
    }
    return sum * step * step;
  }

  private static double softplus(double z) {
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static double sigma(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  private static double slope(double z) {
    return sigma(z) * sigma(-z);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, 0.3, -0.3, 1, 7, -25})
  void oneEigenvalueIsTheMeanOverOneGaussian(double eigenvalue) {
    var form = new QuadraticFormLoss(new double[] {eigenvalue});
    double step = 1.0 / 64;
    for (int sign = -1; sign <= 1; sign += 2) {
      int s = sign;
      double scale = Math.max(1, Math.abs(eigenvalue));
      assertEquals(
          mean((x, y) -> softplus(s * 0.5 * eigenvalue * x * x), step),
          form.loss(sign),
          TOLERANCE * scale);
      // ∂z/∂λ = ½ ζ².
      assertEquals(
          mean((x, y) -> s * 0.5 * x * x * sigma(s * 0.5 * eigenvalue * x * x), step),
          form.first(0, sign),
          TOLERANCE);
    }
    // For one eigenvalue ¼ + ½ of Q belong to the second derivative.
    assertEquals(
        mean((x, y) -> 0.25 * Math.pow(x, 4) * slope(0.5 * eigenvalue * x * x), step),
        0.75 * form.second(0, 0),
        TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"0.5,0.2", "2,-1", "-3,-0.1", "5,-5", "6,3"})
  void twoEigenvaluesAreTheMeanOverThePlane(double first, double second) {
    var form = new QuadraticFormLoss(new double[] {first, second});
    DoubleBinaryOperator z = (x, y) -> 0.5 * (first * x * x + second * y * y);
    double step = 1.0 / 24;
    assertEquals(
        plane((x, y) -> softplus(z.applyAsDouble(x, y)), step), form.loss(1), 10 * TOLERANCE);
    assertEquals(
        plane((x, y) -> softplus(-z.applyAsDouble(x, y)), step), form.loss(-1), 10 * TOLERANCE);
    assertEquals(
        plane((x, y) -> 0.5 * y * y * sigma(z.applyAsDouble(x, y)), step),
        form.first(1, 1),
        10 * TOLERANCE);
    assertEquals(
        plane((x, y) -> 0.25 * x * x * y * y * slope(z.applyAsDouble(x, y)), step),
        0.25 * form.second(0, 1),
        10 * TOLERANCE);
    assertEquals(form.second(0, 1), form.second(1, 0), 1e-15);
  }

  /**
   * Beside the diagonal of the eigenbasis the second derivative is {@code Q_kl}: with {@code z = ½
   * Σ λ ζ² + t ζ_1 ζ_2}, {@code D = [[0, 1], [1, 0]]} has {@code ½ (Q_01 + Q_10)}.
   */
  @Test
  void mixedEntriesHaveTheirCurvature() {
    var form = new QuadraticFormLoss(new double[] {2, -1});
    double expected = plane((x, y) -> x * x * y * y * slope(0.5 * (2 * x * x - y * y)), 1.0 / 24);
    assertEquals(expected, 0.5 * (form.second(0, 1) + form.second(1, 0)), 10 * TOLERANCE);
  }

  /** With equal and opposite eigenvalues z is symmetric about 0, and so is the loss. */
  @Test
  void oppositeEigenvaluesHaveASymmetricLoss() {
    var form = new QuadraticFormLoss(new double[] {40, -40, 3, -3});
    assertEquals(form.loss(1), form.loss(-1), 1e-15 * form.loss(1));
  }

  /** A form a thousand times larger: the loss is {@code E max(0, z)} but for O(1/√λ). */
  @Test
  void largeFormsAreTaken() {
    double eigenvalue = 1e6;
    var form = new QuadraticFormLoss(new double[] {eigenvalue});
    assertEquals(0.5 * eigenvalue, form.loss(1), 1e-2);
    // E ln(1 + e^{−½λζ²}) = 2/√(πλ) Σ ..., by the density 1/√(2π) of ζ at 0: η(3/2) √(1/λ).
    assertEquals(0.765147024625408 / Math.sqrt(eigenvalue), form.loss(-1), 1e-8);
  }
}
