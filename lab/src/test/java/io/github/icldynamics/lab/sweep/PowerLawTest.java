package io.github.icldynamics.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PowerLawTest {
  private static final List<Double> X =
      IntStream.range(0, 9).mapToObj(i -> Math.pow(10, 1 + i / 2.0)).toList();

  private static Optional<PowerLaw> fit(DoubleUnaryOperator law) {
    return PowerLaw.of(X, X.stream().map(law::applyAsDouble).toList());
  }

  @Test
  void anExactLawIsFoundWithoutACorrection() {
    var law = fit(x -> 3 * Math.pow(x, 2.25)).orElseThrow();
    assertEquals(2.25, law.exponent(), 1e-12); // rounding of nine logarithms
    assertEquals("", law.correction());
    assertEquals(3 * Math.pow(50, 2.25), law.fitted().applyAsDouble(50), 1e-7);
    assertEquals("K^2.25", law.text("K"));
  }

  @Test
  void aCorrectionOfARootIsTold() {
    var law = fit(x -> x * x * Math.exp(2 / Math.sqrt(x))).orElseThrow();
    assertEquals(2, law.exponent(), 1e-9);
    assertEquals("K^2 · exp(2/√K)", law.text("K"));
  }

  @Test
  void aLogarithmIsTold() {
    var law = fit(x -> x * Math.pow(Math.log(x), 1.5)).orElseThrow();
    assertEquals(1, law.exponent(), 1e-9);
    assertEquals("K^1 · (ln K)^1.5", law.text("K"));
  }

  @Test
  void aJumpIsNoPowerLaw() {
    assertFalse(fit(x -> x < 500 ? x : 1 / x).orElseThrow().isFollowed());
    assertTrue(fit(x -> x + 1).orElseThrow().isFollowed());
  }

  @Test
  void fourPointsAreTooFewAndWhatHasNoLogarithmDoesNotCount() {
    assertEquals(Optional.empty(), PowerLaw.of(X.subList(0, 4), X.subList(0, 4)));
    var y = List.of(1.0, 2.0, Double.NaN, 0.0, -1.0, 3.0, 4.0, 5.0, Double.POSITIVE_INFINITY);
    var law = PowerLaw.of(X, y).orElseThrow();
    assertTrue(law.exponent() > 0);
  }
}
