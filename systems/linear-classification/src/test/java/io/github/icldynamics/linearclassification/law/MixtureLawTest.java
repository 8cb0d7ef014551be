package io.github.icldynamics.linearclassification.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.objective.Mixtures;
import io.github.icldynamics.linearclassification.objective.Refusals;
import io.github.icldynamics.linearclassification.objective.Sampling;
import io.github.icldynamics.linearclassification.objective.WeightSpace;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixtureLawTest {
  private static SymmetricMatrix matrix(double diagonal, double beside) {
    return SymmetricMatrix.of(new double[][] {{diagonal, beside}, {beside, diagonal}});
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void classesAreFromTwoToAHundred() {
    assertEquals(2, MixtureLaw.diagonal(2, 1).classes());
    assertEquals(100, MixtureLaw.diagonal(100, 1).classes());
    for (int classes : new int[] {-1, 0, 1, 101}) {
      Refusals.assertRefused(
          "classes", "" + classes, "from 2 to 100", () -> MixtureLaw.diagonal(classes, 1));
    }
  }

  @Test
  void dimensionsAreFromOneToAHundred() {
    assertEquals(100, MixtureLaw.diagonal(2, ones(100)).dimension());
    Refusals.assertRefused(
        "dimension", "101", "from 1 to 100", () -> MixtureLaw.diagonal(2, ones(101)));
  }

  @Test
  void covarianceIsPositiveDefinite() {
    Refusals.assertRefused(
        "covariance", "eigenvalue is -", "definite", () -> MixtureLaw.of(2, matrix(1, 2)));
    Refusals.assertRefused(
        "covariance", "0", "positive definite", () -> MixtureLaw.diagonal(2, 1, 0));
    Refusals.assertRefused(
        "covariance", "-2", "positive definite", () -> MixtureLaw.diagonal(2, -2));
  }

  @Test
  void conditionNumbersAreLimited() {
    Refusals.assertRefused(
        "covariance", "2.0E8", "at most 1e8", () -> MixtureLaw.diagonal(2, 1, 2e8));
    assertEquals(2, MixtureLaw.diagonal(2, 1, 0.5e8).dimension());
    // Scale alone is no matter.
    assertEquals(1, MixtureLaw.diagonal(2, 1e-30).dimension());
  }

  @Test
  void priorsArePositiveAndSumToOne() {
    var law = MixtureLaw.diagonal(2, 1);
    Refusals.assertRefused("priors", "0.9", "sum to 1", () -> law.withPriors(Vector.of(0.5, 0.4)));
    Refusals.assertRefused("priors", "not 0.0", "positive", () -> law.withPriors(Vector.of(0, 1)));
    Refusals.assertRefused(
        "priors", "-0.5", "positive", () -> law.withPriors(Vector.of(1.5, -0.5)));
    Refusals.assertRefused(
        "priors", "NaN", "positive", () -> law.withPriors(Vector.of(Double.NaN, 0.5)));
    Refusals.assertRefused("classes", "1", "from 2 to 100", () -> law.withPriors(Vector.of(1)));
  }

  @Test
  void onlyThePapersSettingIsAsPublished() {
    var law = MixtureLaw.diagonal(3, 1, 2);
    assertTrue(law.isAsPublished());
    assertFalse(law.withMeans(MeanLaw.INDEPENDENT).isAsPublished());
    assertFalse(law.withPriors(Mixtures.unequalPriors(3)).isAsPublished());
    assertTrue(law.withCovariance(matrix(1, 0.5)).isAsPublished());
  }

  /** The inverse of [[1, ½], [½, 1]] is [[4, −2], [−2, 4]]/3; a few roundings. */
  @Test
  void infinitePromptMinimiserIsTheScaledInverse() {
    var minimiser = MixtureLaw.of(3, matrix(1, 0.5)).infinitePromptMinimiser();
    var expected = SquareMatrix.of(new double[][] {{4, -2}, {-2, 4}});
    assertEquals(0, minimiser.combined(1, -1, expected).maximumNorm(), 1e-14);
  }

  /** The largest sizes, with hardly a point: at W = 0 every class is as likely as another. */
  @Test
  void manyClassesAndDimensionsAreWorkedOut() {
    for (var length : List.of(PromptLength.of(1), PromptLength.infinite())) {
      assertGuessing(MixtureLaw.diagonal(100, 1), length);
      assertGuessing(MixtureLaw.diagonal(2, ones(100)), length);
    }
  }

  private static void assertGuessing(MixtureLaw law, PromptLength length) {
    var sampling = new Sampling(2, 2, 1);
    var independent = law.withMeans(MeanLaw.INDEPENDENT);
    var risk = Mixtures.sampled(independent, length, WeightSpace.DIAGONAL, sampling);
    var at = risk.curvature(Vector.zero(law.dimension()));
    assertEquals(Math.log(law.classes()), at.slope().loss(), 1e-12);
    assertTrue(at.hessian().get(0, 0) > 0);
    assertTrue(Double.isFinite(risk.slope(Vector.of(ones(law.dimension()))).loss()));
  }
}
