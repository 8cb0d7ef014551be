package io.github.icldynamics.classicalclassifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
