package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
  /**
   * Haar's law: weights sum to 1, {@code E U = 0}, {@code E U_11² = ½}; sums of cosines are exact.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 1000})
  void rulesHaveTheMomentsOfHaar(double conditionNumber) {
    for (var rule :
        List.of(
            Rotation.ofThePlane(conditionNumber, 1), Rotation.ofTheHalfPlane(conditionNumber, 1))) {
      double sum = 0;
      double mean = 0;
      double square = 0;
      for (var rotation : rule) {
        double entry = rotation.matrix().get(0, 0);
        sum += rotation.probability();
        mean += rotation.probability() * entry;
        square += rotation.probability() * entry * entry;
      }
      assertEquals(1, sum, 1e-14);
      assertEquals(0, mean, 1e-14);
      assertEquals(0.5, square, 1e-14);
    }
  }

  /** The rule against one with three times as many angles, for a condition number of 100. */
  @Test
  void stretchedCovariancesNeedNoMoreAngles() {
    assertEquals(
        moment(Rotation.ofThePlane(100 * 81, 1), 100),
        moment(Rotation.ofThePlane(100, 1), 100),
        1e-12);
  }

  /** The mean of a function of {@code Λ^½ U Λ^−½} that changes quickly where κ is large. */
  private static double moment(List<Rotation> rule, double conditionNumber) {
    double stretch = Math.sqrt(conditionNumber);
    double sum = 0;
    for (var rotation : rule) {
      double form =
          (rotation.matrix().get(0, 0)
                  + stretch * rotation.matrix().get(0, 1)
                  + rotation.matrix().get(1, 0) / stretch
                  + rotation.matrix().get(1, 1))
              / stretch;
      sum += rotation.probability() / (2 + form);
    }
    return sum;
  }
}
