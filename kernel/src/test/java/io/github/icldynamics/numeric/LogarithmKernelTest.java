package io.github.icldynamics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogarithmKernelTest {
  /** {@code StrictMath} is within one ulp; the kernel claims 4e-16. */
  private static final double TOLERANCE = 6e-16;

  @Test
  void agreesWithStrictMathEverywhere() {
    var random = new Random(1);
    int count = 200_000;
    double[] value = new double[count];
    double[] decrement = new double[count];
    for (int i = 0; i < count; i++) {
      double t = Math.min(Math.exp(-40 + 46.5 * random.nextDouble()), 708);
      value[i] = StrictMath.exp(-t);
      decrement[i] = StrictMath.expm1(-t);
    }
    value[0] = 1;
    decrement[0] = 0;
    double[] logarithm = new double[count];
    LogarithmKernel.ofAtMostOne(value.clone(), decrement.clone(), logarithm, count);
    for (int i = 0; i < count; i++) {
      boolean nearOne = value[i] > 0.5;
      double expected = nearOne ? StrictMath.log1p(decrement[i]) : StrictMath.log(value[i]);
      assertEquals(expected, logarithm[i], -TOLERANCE * expected, "v = " + value[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 7, 8, 9, 31, 33})
  void oddLengthsGiveTheSameBitsAsSingleElements(int count) {
    double[] value = new double[count];
    double[] decrement = new double[count];
    for (int i = 0; i < count; i++) {
      decrement[i] = Math.expm1(-1e-3 * i * i * i);
      value[i] = 1 + decrement[i];
    }
    double[] logarithm = new double[count + 1];
    LogarithmKernel.ofAtMostOne(value.clone(), decrement.clone(), logarithm, count);
    for (int i = 0; i < count; i++) {
      double[] single = new double[1];
      LogarithmKernel.ofAtMostOne(new double[] {value[i]}, new double[] {decrement[i]}, single, 1);
      assertEquals(single[0], logarithm[i]);
    }
    assertEquals(0, logarithm[count]);
  }
}
