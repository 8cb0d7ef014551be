package io.github.icldynamics.classicalclassifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logistic regression by hand and against two optimisers of {@code reference/classical.py}. */
class LogisticRegressionTest {
  /** For tokens ±1 the bias is 0 and the weight solves {@code w = 2σ(−w)}. */
  @Test
  void twoSymmetricTokensGiveTheWeightOfTheirEquation() {
    var prompt = new LabelledPrompt(2, List.of(Vector.of(-1), Vector.of(1)), List.of(1, 0));
    var rule = (TrainedRule) LogisticRegression.usual().fit(prompt);
    double probability = rule.scores(Vector.of(1)).get(0);
    double weight = Math.log(probability / (1 - probability));
    assertEquals(2, weight * (1 + Math.exp(weight)), 1e-5);
    assertEquals(0, rule.classify(Vector.of(1e-6)));
    assertEquals(1, rule.classify(Vector.of(-1e-6)));
  }

  static List<ClassicalReference> references() {
    return ClassicalReference.read("logistic");
  }

  /** Stopping at 1e-6 of the first gradient leaves probabilities within 1e-5. */
  @ParameterizedTest
  @MethodSource("references")
  void probabilitiesAreThoseOfTheSameObjective(ClassicalReference reference) {
    var classifier = new LogisticRegression(reference.expected().get("cost").doubleValue());
    var rule = (TrainedRule) classifier.fit(reference.prompt());
    for (int i = 0; i < reference.queries().size(); i++) {
      var expected = reference.expected().get("probabilities").get(i);
      var actual = rule.scores(reference.queries().get(i));
      for (int j = 0; j < expected.size(); j++) {
        assertEquals(expected.get(j).doubleValue(), actual.get(j), 1e-5);
      }
    }
  }

  @Test
  void aCostThatIsNotPositiveIsRefused() {
    assertThrows(InvalidInputException.class, () -> new LogisticRegression(0));
    assertThrows(InvalidInputException.class, () -> new LogisticRegression(Double.NaN));
  }
}
