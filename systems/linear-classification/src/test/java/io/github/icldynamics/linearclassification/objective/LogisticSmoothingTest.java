package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticSmoothingTest {
  /** What is cut off the Gaussian is e^{−72}. */
  private static final double REACH = 12;

  private static final long SEED = 51;

  /**
   * κ₀ to κ₄ by the trapezoidal rule. Its step of 1/64 or 1/(4A) errs by {@code e^{−2π²/(A·step)}},
   * less than e^{−78}, for the poles of the integrand are π/A off the axis.
   */
  private static double[] plainly(double l, double a) {
    double step = 1 / Math.ceil(Math.max(64, 4 * a));
    double[] sum = new double[5];
    int nodes = (int) Math.round(REACH / step);
    for (int i = -nodes; i <= nodes; i++) {
      double g = i * step;
      double weight = step * Math.exp(-0.5 * g * g) / Math.sqrt(2 * Math.PI);
      double t = l + a * g;
      double e = Math.exp(-Math.abs(t));
      double sigma = (t > 0 ? 1 : e) / (1 + e);
      double slope = e / ((1 + e) * (1 + e));
      sum[0] += weight * (Math.max(t, 0) + Math.log1p(e));
      sum[1] += weight * sigma;
      sum[2] += weight * slope;
      sum[3] += weight * slope * (1 - 2 * sigma);
      sum[4] += weight * slope * (1 - 6 * slope);
    }
    return sum;
  }

  private static double[] values(LogisticSmoothing smoothing, int at) {
    return new double[] {
      smoothing.loss[at],
      smoothing.first[at],
      smoothing.second[at],
      smoothing.third[at],
      smoothing.fourth[at]
    };
  }

  private static void assertValues(double[] expected, double[] actual, String message) {
    for (int k = 0; k <= 4; k++) {
      double tolerance = 1e-9 * Math.max(1, Math.abs(expected[k]));
      assertEquals(expected[k], actual[k], tolerance, "kappa " + k + " at " + message);
    }
  }

  /** The rule's nodes are chosen for e^{−29}, 3e-13; four derivatives lose three digits of it. */
  @Test
  void agreesWithAFinePlainSum() {
    var random = new Random(SEED);
    int cases = 1200;
    double[] level = new double[cases];
    double[] spread = new double[cases];
    var smoothing = new LogisticSmoothing(cases);
    for (int i = 0; i < cases; i++) {
      level[i] = i % 3 == 0 ? 80 * random.nextDouble() - 40 : 2 * random.nextGaussian();
      spread[i] =
          i % 2 == 0 ? 150 * random.nextDouble() : Math.pow(10, 1.5 - 3 * random.nextDouble());
      smoothing.add(level[i], spread[i]);
    }
    smoothing.evaluate();
    for (int i = 0; i < cases; i++) {
      String message = "L = " + level[i] + ", A = " + spread[i] + ", seed " + SEED;
      assertValues(plainly(level[i], spread[i]), values(smoothing, i), message);
    }
  }

  /** Where L is 0 and A small, derivatives are those of the logistic function at a point. */
  @Test
  void withoutSpreadItIsTheLogisticLoss() {
    var smoothing = new LogisticSmoothing(3);
    smoothing.add(0, 0);
    smoothing.add(-700, 0);
    smoothing.add(700, 0);
    smoothing.evaluate();
    double[] atZero = {Math.log(2), 0.5, 0.25, 0, -0.125};
    for (int k = 0; k <= 4; k++) {
      assertEquals(atZero[k], values(smoothing, 0)[k], 1e-15);
    }
    assertEquals(Math.exp(-700), smoothing.loss[1], 1e-13 * Math.exp(-700));
    assertEquals(700, smoothing.loss[2], 1e-12);
  }

  /** Beyond the widest grid {@code E max(0, A g) = A/√(2π)} still holds to a thousandth. */
  @Test
  void widestSpreadsAreTaken() {
    double[] spreads = {180, 190, 200, 220, 250, 1000, 1e6};
    var smoothing = new LogisticSmoothing(spreads.length);
    for (double spread : spreads) {
      smoothing.add(0, spread);
    }
    smoothing.evaluate();
    for (int i = 0; i < spreads.length; i++) {
      double expected = spreads[i] / Math.sqrt(2 * Math.PI);
      assertEquals(expected, smoothing.loss[i], 1e-3 * expected, "A = " + spreads[i]);
      assertEquals(0.5, smoothing.first[i], 1e-9, "A = " + spreads[i]);
    }
  }

  /** The order of the cases, and with it where the nodes lie in the buffers, does not matter. */
  @Test
  void casesDoNotDisturbEachOther() {
    var random = new Random(SEED);
    var together = new LogisticSmoothing(100);
    double[][] cases = new double[100][2];
    for (double[] one : cases) {
      one[0] = random.nextGaussian();
      one[1] = 40 * random.nextDouble();
      together.add(one[0], one[1]);
    }
    together.evaluate();
    var alone = new LogisticSmoothing(1);
    for (int i = 0; i < cases.length; i++) {
      alone.clear();
      alone.add(cases[i][0], cases[i][1]);
      alone.evaluate();
      for (int k = 0; k <= 4; k++) {
        assertEquals(values(alone, 0)[k], values(together, i)[k], "seed " + SEED);
      }
    }
  }

  /** κ₁ lies between 0 and 1 and grows with L; κ₂ is positive. */
  @Test
  void expectationsKeepTheirBounds() {
    double before = 0;
    for (double l = -30; l <= 30; l += 0.5) {
      var smoothing = new LogisticSmoothing(1);
      smoothing.add(l, 3);
      smoothing.evaluate();
      assertTrue(smoothing.first[0] > before && smoothing.first[0] < 1, "L = " + l);
      assertTrue(smoothing.second[0] > 0, "L = " + l);
      before = smoothing.first[0];
    }
  }
}
