package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.work.Workforce;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is called exact is, and what is not has an error beside it that covers it. */
class MinimiserErrorTest {
  private static MinimiserEstimate minimiser(double variance) {
    var law = MixtureLaw.diagonal(2, variance, 2 * variance);
    return MinimiserEstimate.of(law, PromptLength.of(1000), 0.001, 1, Workforce.alone());
  }

  @Test
  void usualVariancesAreExact() {
    var minimiser = minimiser(1);
    assertEquals(0, minimiser.relativeError());
    assertEquals(0, minimiser.loss().standardError());
  }

  /**
   * The references are the same sums by a rule of three times as many rotations and four times as
   * many shares; they differ from one of twice as many by 2e-9 and 1e-6 of the weight.
   */
  @ParameterizedTest
  @CsvSource({
    "0.1, 15.40964728755, 8.014168482123, 0.2341713721715, 1e-6",
    "0.01, 32.52992351080, 17.71919911439, 0.1541920270281, 1e-3"
  })
  void smallOnesHaveAnErrorThatCoversThem(
      double variance, double first, double second, double loss, double most) {
    var minimiser = minimiser(variance);
    assertTrue(minimiser.relativeError() > 0 && minimiser.relativeError() < most);
    for (int k = 0; k < 2; k++) {
      double off = Math.abs(minimiser.weights().get(k) - (k == 0 ? first : second));
      double error = minimiser.weightErrors().get(k);
      assertTrue(off <= error, "axis " + k + " is off by " + off + ", not within " + error);
    }
    assertEquals(loss, minimiser.loss().mean(), minimiser.loss().standardError());
  }

  /**
   * Classes so far apart that hardly any point lies between them: the Hessian over the first points
   * is far too flat, and a step by it once led to weights of 2e5 ± 8. For infinite prompts they are
   * 2/λ = 4; those of short ones are below ten times as much.
   */
  @Test
  void aHessianThatMisleadsIsNotFollowed() {
    double[] variances = new double[30];
    Arrays.fill(variances, 0.5);
    var law = MixtureLaw.diagonal(2, variances);
    var minimiser = MinimiserEstimate.of(law, PromptLength.of(100), 0.3, 1, Workforce.alone());
    assertTrue(minimiser.weights().maximumNorm() < 40, () -> "weights " + minimiser.weights());
  }
}
