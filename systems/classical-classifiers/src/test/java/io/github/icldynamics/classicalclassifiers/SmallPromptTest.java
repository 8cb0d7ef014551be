package io.github.icldynamics.classicalclassifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.comparison.AttentionClassifier;
import io.github.icldynamics.linearclassification.comparison.LinearDiscriminant;
import io.github.icldynamics.linearclassification.comparison.PromptClassifier;
import io.github.icldynamics.linearclassification.comparison.SharedCovariance;
import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prompts that show less than a task has. */
class SmallPromptTest {
  private static final List<Vector> QUERIES =
      List.of(Vector.of(0, 0), Vector.of(2, -1), Vector.of(-1, 5), Vector.of(-30, -40));

  static List<PromptClassifier> classifiers() {
    var covariance = SymmetricMatrix.of(new double[][] {{1, 0.5}, {0.5, 2}});
    var classifiers = new ArrayList<PromptClassifier>();
    classifiers.add(new LinearDiscriminant(new SharedCovariance.Known(covariance)));
    classifiers.add(new LinearDiscriminant(new SharedCovariance.Estimated()));
    classifiers.addAll(ClassicalClassifiers.all());
    return classifiers;
  }

  private static LabelledPrompt prompt(int classes, List<Vector> tokens, Integer... labels) {
    return new LabelledPrompt(classes, tokens, List.of(labels));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void oneTokenTellsItsClassAlone(PromptClassifier classifier) {
    var rule = classifier.fit(prompt(3, List.of(Vector.of(1, 2)), 1));
    QUERIES.forEach(query -> assertEquals(1, rule.classify(query)));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void oneClassIsAlwaysAnswered(PromptClassifier classifier) {
    var tokens = List.of(Vector.of(1, 2), Vector.of(0, 0), Vector.of(-3, 1));
    var rule = classifier.fit(prompt(2, tokens, 1, 1, 1));
    QUERIES.forEach(query -> assertEquals(1, rule.classify(query)));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void aClassWithoutTokensIsNeverAnswered(PromptClassifier classifier) {
    var tokens = List.of(Vector.of(1, 2), Vector.of(0, 0), Vector.of(-3, 1), Vector.of(2, 2));
    var rule = classifier.fit(prompt(12, tokens, 10, 3, 3, 10));
    for (var query : QUERIES) {
      int answer = rule.classify(query);
      assertTrue(answer == 3 || answer == 10, classifier.title() + ": " + answer);
    }
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void twoTokensDecideByTheNearer(PromptClassifier classifier) {
    var tokens = List.of(Vector.of(-2, 0), Vector.of(2, 0));
    var rule = classifier.fit(prompt(3, tokens, 2, 0));
    assertEquals(2, rule.classify(Vector.of(-1, 0)));
    assertEquals(0, rule.classify(Vector.of(1, 0)));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void threeClassesFarApartAreToldApart(PromptClassifier classifier) {
    var tokens = new ArrayList<Vector>();
    var labels = new ArrayList<Integer>();
    for (int i = 0; i < 30; i++) {
      int label = (2 * i + 1) % 3;
      double angle = 2 * Math.PI * label / 3 + 0.1 * (i % 5 - 2);
      tokens.add(Vector.of(10 * Math.cos(angle), 10 * Math.sin(angle)));
      labels.add(label);
    }
    var rule = classifier.fit(new LabelledPrompt(3, tokens, labels));
    for (int i = 0; i < tokens.size(); i++) {
      assertEquals(labels.get(i), rule.classify(tokens.get(i)));
    }
  }

  /** With the class sum alone: {@code p_0ᵀx < 0} speaks for a class of which nothing is known. */
  @Test
  void theLayerMayAnswerAClassThatItHasNotSeen() {
    var rule =
        AttentionClassifier.of(SquareMatrix.identity(2))
            .fit(prompt(2, List.of(Vector.of(1, 2)), 0));
    assertEquals(0, rule.classify(Vector.of(1, 0)));
    assertEquals(1, rule.classify(Vector.of(-1, 0)));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void tokensThatCoincideDoNoHarm(PromptClassifier classifier) {
    var token = Vector.of(1, 2);
    var rule = classifier.fit(prompt(2, List.of(token, token, token, token), 1, 0, 1, 1));
    int answer = rule.classify(token);
    assertTrue(answer == 0 || answer == 1, classifier.title() + ": " + answer);
  }

  @Test
  void titlesDiffer() {
    assertEquals(6, classifiers().stream().map(PromptClassifier::title).distinct().count());
  }
}
