package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SobolPoints;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseBlockTest {
  private static final long TOKENS = 6;

  private static final int POINTS = 256;

  private static final int REPLICATES = 24;

  private static TaskPoints points(int classes, long seed) {
    var law = MixtureLaw.diagonal(classes, 1);
    var length = PromptLength.of(TOKENS);
    var sobol = SobolPoints.first(POINTS, TaskPoints.coordinates(law, length));
    return TaskPoints.of(law, length, sobol, seed);
  }

  /** Of two classes, all of the noise is common to the only difference of logits. */
  @Test
  void noiseOfTwoClassesIsAllCommon() {
    var points = points(2, 1);
    var block = new CaseBlock(points, WeightSpace.DIAGONAL);
    for (int i = 0; i < POINTS; i++) {
      block.clear();
      block.add(i, i % 2, new double[] {1});
      for (int at = 0; at < block.casesOfGroup(); at++) {
        assertEquals(1.0 / TOKENS, block.alphaSquared[at], 1e-16);
        assertEquals(0, block.residual(at, 1 - i % 2));
      }
    }
  }

  /**
   * Given the shares, {@code z_j − z_y} and {@code z_k − z_y} have the covariance {@code (f_y + f_j
   * 1[j = k]) s²/N}: what the common part and the remaining ones give together, within 4 standard
   * errors over scramblings, which are a hundredth of the variance.
   */
  @ParameterizedTest
  @CsvSource({"3,1,1", "3,1,2", "3,2,2", "5,1,1", "5,3,4", "5,4,4"})
  void noiseOfTheLogitsAddsUp(int classes, int j, int k) {
    var excess = new Estimate.Accumulator();
    for (int seed = 0; seed < REPLICATES; seed++) {
      excess.add(TOKENS * meanExcess(classes, j, k, seed));
    }
    var estimate = excess.estimate(1);
    Mixtures.assertWithinError(0, estimate, "seeds 0 to 23");
    assertTrue(estimate.standardError() < 0.005, () -> estimate.toString());
  }

  private static double meanExcess(int classes, int j, int k, int seed) {
    var block = new CaseBlock(points(classes, seed), WeightSpace.DIAGONAL);
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      block.clear();
      block.add(i, 0, new double[] {1});
      for (int at = 0; at < block.casesOfGroup(); at++) {
        double own = block.share(at, 0) + (j == k ? block.share(at, j) : 0);
        double product = block.residual(at, j) * block.residual(at, k);
        sum += product + block.alphaSquared[at] - own / TOKENS;
      }
    }
    return sum / (POINTS * block.casesOfGroup());
  }

  /**
   * No larger variance could be common: what remains has a singular covariance, and {@code Σ_{j≠y}
   * e_j/f_j} is 0 wherever every class has tokens; a few roundings of numbers up to N.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void noLargerVarianceIsCommon(int classes) {
    var block = new CaseBlock(points(classes, 1), WeightSpace.DIAGONAL);
    int complete = 0;
    for (int i = 0; i < POINTS; i++) {
      block.clear();
      block.add(i, 0, new double[] {1});
      for (int at = 0; at < block.casesOfGroup(); at++) {
        double sum = 0;
        for (int j = 1; j < classes; j++) {
          sum += block.residual(at, j) / block.share(at, j);
        }
        complete += Double.isFinite(sum) ? 1 : 0;
        assertTrue(!Double.isFinite(sum) || Math.abs(sum) < 1e-13, "point " + i);
      }
    }
    assertTrue(complete > POINTS, "too few complete prompts");
  }
}
