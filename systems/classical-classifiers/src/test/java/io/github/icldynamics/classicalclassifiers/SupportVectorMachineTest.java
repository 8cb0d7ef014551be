package io.github.icldynamics.classicalclassifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Support vector machines by hand and against the dual problem of {@code classical.py}. */
class SupportVectorMachineTest {
  /** Two classes apart: (3, ·) and (−1, ·) decide, and the boundary is midway, at 1. */
  private static final LabelledPrompt SEPARABLE =
      new LabelledPrompt(
          2,
          List.of(Vector.of(-1, 0), Vector.of(7, 2), Vector.of(3, 0), Vector.of(-6, -1)),
          List.of(1, 0, 0, 1));

  @Test
  void theLinearBoundaryIsMidwayBetweenTheNearestTokens() {
    var rule = SupportVectorMachine.usual(Kernel.LINEAR).fit(SEPARABLE);
    assertEquals(0, rule.classify(Vector.of(1.01, 0)));
    assertEquals(1, rule.classify(Vector.of(0.99, 0)));
  }

  /** Four corners of a square, labelled across: no line tells them apart. */
  @Test
  void theGaussianKernelSolvesExclusiveOr() {
    var prompt =
        new LabelledPrompt(
            2,
            List.of(Vector.of(1, 1), Vector.of(-1, -1), Vector.of(1, -1), Vector.of(-1, 1)),
            List.of(0, 0, 1, 1));
    assertEquals(0.5, Kernel.rate(prompt), 1e-15);
    var rule = SupportVectorMachine.usual(Kernel.GAUSSIAN).fit(prompt);
    for (int i = 0; i < prompt.size(); i++) {
      assertEquals(prompt.labels().get(i), rule.classify(prompt.tokens().get(i)));
    }
  }

  static List<ClassicalReference> references() {
    return ClassicalReference.read("svm");
  }

  @ParameterizedTest
  @MethodSource("references")
  void answersAreThoseOfTheSameObjective(ClassicalReference reference) {
    var classifier =
        new SupportVectorMachine(
            Kernel.valueOf(reference.expected().get("kernel").stringValue()),
            reference.expected().get("cost").doubleValue());
    var rule = classifier.fit(reference.prompt());
    for (int i = 0; i < reference.queries().size(); i++) {
      int expected = reference.expected().get("answers").get(i).intValue();
      assertEquals(expected, rule.classify(reference.queries().get(i)), "query " + i);
    }
  }

  /**
   * Overlapping classes of tokens 10⁴ wide. With C = 1 the library steps ten million times and
   * complains on standard error; at the most C that counts the answers are those of tokens 1 wide
   * with C = 100, whose objective is the same.
   */
  @Test
  void wideTokensAreAnsweredLikeNarrowOnesAtTheGreatestCost() {
    var random = new Random(1);
    var narrow = new ArrayList<Vector>();
    var labels = new ArrayList<Integer>();
    for (int i = 0; i < 50; i++) {
      int label = i % 2;
      narrow.add(Vector.of(random.nextGaussian() + 0.5 * label, random.nextGaussian()));
      labels.add(label);
    }
    var wide = narrow.stream().map(x -> scaled(1e4, x)).toList();
    double variance = Kernel.variance(new LabelledPrompt(2, narrow, labels));
    var expected =
        new SupportVectorMachine(Kernel.LINEAR, 100 / variance)
            .fit(new LabelledPrompt(2, narrow, labels));
    var rule = SupportVectorMachine.usual(Kernel.LINEAR).fit(new LabelledPrompt(2, wide, labels));
    for (int i = 0; i < 1000; i++) {
      var query = Vector.of(2 * random.nextGaussian(), 2 * random.nextGaussian());
      assertEquals(expected.classify(query), rule.classify(scaled(1e4, query)), "query " + i);
    }
  }

  private static Vector scaled(double factor, Vector token) {
    return Vector.zero(token.size()).plus(factor, token);
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void trainingPrintsNothing(Kernel kernel) {
    var before = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      SupportVectorMachine.usual(kernel).fit(SEPARABLE);
    } finally {
      System.setOut(before);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aCostThatIsNotPositiveIsRefused() {
    assertThrows(InvalidInputException.class, () -> new SupportVectorMachine(Kernel.LINEAR, -1));
  }
}
