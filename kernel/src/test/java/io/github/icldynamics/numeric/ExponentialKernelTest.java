package io.github.icldynamics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialKernelTest {
  /** {@code StrictMath} is within one ulp; the kernel claims 4e-16. */
  private static final double TOLERANCE = 6e-16;

  @Test
  void agreesWithStrictMathEverywhere() {
    var random = new Random(1);
    int count = 200_000;
    double[] t = new double[count];
    for (int i = 0; i < count; i++) {
      t[i] = Math.exp(-40 + 46.5 * random.nextDouble());
    }
    t[0] = 0;
    t[1] = ExponentialKernel.LARGEST_ARGUMENT;
    t[2] = Math.log(2) / 2;
    t[3] = 1e-300;
    t[4] = Double.MIN_VALUE;
    double[] exponential = new double[count];
    double[] decrement = new double[count];
    ExponentialKernel.negative(t, exponential, decrement, count);
    for (int i = 0; i < count; i++) {
      double e = StrictMath.exp(-t[i]);
      double d = StrictMath.expm1(-t[i]);
      assertEquals(e, exponential[i], TOLERANCE * e, "t = " + t[i]);
      assertEquals(d, decrement[i], -TOLERANCE * d, "t = " + t[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 7, 8, 9, 31, 33})
  void oddLengthsGiveTheSameBitsAsSingleElements(int count) {
    double[] t = new double[count];
    for (int i = 0; i < count; i++) {
      t[i] = 0.37 * i * i;
    }
    double[] exponential = new double[count + 1];
    double[] decrement = new double[count + 1];
    ExponentialKernel.negative(t, exponential, decrement, count);
    for (int i = 0; i < count; i++) {
      double[] e = new double[1];
      double[] d = new double[1];
      ExponentialKernel.negative(new double[] {t[i]}, e, d, 1);
      assertEquals(e[0], exponential[i]);
      assertEquals(d[0], decrement[i]);
    }
    assertEquals(0, exponential[count]);
  }

  /** The same function with fewer terms where they suffice: to the same accuracy. */
  @Test
  void ascendingArgumentsGiveTheSameNumbers() {
    int count = 4_000;
    double[] t = new double[count];
    for (int i = 0; i < count; i++) {
      t[i] = Math.exp(-40 + 46.5 * i / count);
    }
    double[] exponential = new double[count];
    double[] decrement = new double[count];
    ExponentialKernel.negativeAscending(t, exponential, decrement, count);
    for (int i = 0; i < count; i++) {
      assertEquals(StrictMath.exp(-t[i]), exponential[i], TOLERANCE * StrictMath.exp(-t[i]));
      double d = StrictMath.expm1(-t[i]);
      assertEquals(d, decrement[i], -TOLERANCE * d, "t = " + t[i]);
    }
  }
}
