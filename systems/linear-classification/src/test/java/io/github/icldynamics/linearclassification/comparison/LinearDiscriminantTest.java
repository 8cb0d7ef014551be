package io.github.icldynamics.linearclassification.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Linear discriminants by hand and against {@code reference/discriminant.py}. */
class LinearDiscriminantTest {
  private static final SymmetricMatrix COVARIANCE =
      SymmetricMatrix.of(new double[][] {{1, 0}, {0, 4}});

  /** Means (2, 2) of two tokens and (−1, −2) of one. */
  private static final LabelledPrompt PROMPT =
      new LabelledPrompt(
          2, List.of(Vector.of(1, 0), Vector.of(-1, -2), Vector.of(3, 4)), List.of(0, 1, 0));

  @Test
  void theKnownCovarianceGivesTheScoresWorkedOutByHand() {
    var rule = fit(new SharedCovariance.Known(COVARIANCE), PROMPT);
    var query = Vector.of(0.3, -0.7);
    assertEquals(Math.log(2.0 / 3) + 2 * 0.3 - 0.5 * 0.7 - 2.5, rule.score(0, query), 1e-14);
    assertEquals(Math.log(1.0 / 3) - 0.3 + 0.5 * 0.7 - 1, rule.score(1, query), 1e-14);
  }

  @Test
  void itsBoundaryLiesWhereBothScoresAreEqual() {
    var rule = fit(new SharedCovariance.Known(COVARIANCE), PROMPT);
    double boundary = (1.5 - Math.log(2)) / 3;
    assertEquals(0, rule.classify(Vector.of(boundary + 1e-9, 0)));
    assertEquals(1, rule.classify(Vector.of(boundary - 1e-9, 0)));
  }

  /** The deviations (∓1, ∓2) leave one degree of freedom: all is shrunk to half the trace 10. */
  @Test
  void oneDegreeOfFreedomTellsOnlyTheMeanVariance() {
    var pooled = PooledCovariance.of(PROMPT);
    assertEquals(1, pooled.freedom());
    assertEquals(SymmetricMatrix.of(new double[][] {{2, 4}, {4, 8}}), pooled.matrix());
    assertEquals(SymmetricMatrix.of(new double[][] {{5, 0}, {0, 5}}), pooled.shrunk());
  }

  @Test
  void withoutDeviationsTheNearestTokenIsAnswered() {
    var rule =
        fit(
            new SharedCovariance.Estimated(),
            new LabelledPrompt(3, List.of(Vector.of(1, 5), Vector.of(-1, 5)), List.of(2, 0)));
    assertEquals(2, rule.classify(Vector.of(0.01, -9)));
    assertEquals(0, rule.classify(Vector.of(-0.01, -9)));
  }

  static List<DiscriminantReference> references() {
    return DiscriminantReference.all();
  }

  @ParameterizedTest
  @MethodSource("references")
  void theEstimatedCovarianceAgreesWithNumpy(DiscriminantReference reference) {
    var pooled = PooledCovariance.of(reference.prompt());
    var expected = reference.expected().get("pooled");
    for (int k = 0; k < pooled.matrix().size(); k++) {
      for (int l = 0; l < pooled.matrix().size(); l++) {
        double entry = expected.get(k).get(l).doubleValue();
        assertEquals(entry, pooled.matrix().get(k, l), 1e-12);
      }
    }
    assertEquals(reference.expected().get("shrinkage").doubleValue(), pooled.shrinkage(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("references")
  void itsScoresAgreeWithNumpy(DiscriminantReference reference) {
    var rule = fit(new SharedCovariance.Estimated(), reference.prompt());
    for (int i = 0; i < reference.queries().size(); i++) {
      var scores = reference.expected().get("scores").get(i);
      for (int j = 0; j < scores.size(); j++) {
        double expected =
            scores.get(j).isNull() ? Double.NEGATIVE_INFINITY : scores.get(j).doubleValue();
        assertEquals(expected, rule.score(j, reference.queries().get(i)), 1e-10);
      }
    }
  }

  @Test
  void anUnfitCovarianceIsRefused() {
    assertThrows(
        InvalidInputException.class,
        () -> new SharedCovariance.Known(SymmetricMatrix.of(new double[][] {{1, 1}, {1, 1}})));
    var known = new SharedCovariance.Known(SymmetricMatrix.of(new double[][] {{1}}));
    assertThrows(InvalidInputException.class, () -> new LinearDiscriminant(known).fit(PROMPT));
  }

  private static LinearRule fit(SharedCovariance covariance, LabelledPrompt prompt) {
    return (LinearRule) new LinearDiscriminant(covariance).fit(prompt);
  }
}
