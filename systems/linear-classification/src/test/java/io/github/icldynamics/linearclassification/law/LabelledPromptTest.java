package io.github.icldynamics.linearclassification.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledPromptTest {
  /** Halves and quarters: exact in binary. */
  @Test
  void sumsTokensClassByClass() {
    var tokens = List.of(Vector.of(1, 2), Vector.of(3, 4), Vector.of(5, 7), Vector.of(-1, 0));
    var prompt = new LabelledPrompt(3, tokens, List.of(2, 0, 2, 0));
    assertEquals(
        List.of(Vector.of(0.5, 1), Vector.of(0, 0), Vector.of(1.5, 2.25)), prompt.classSums());
    assertEquals(4, prompt.size());
    assertEquals(2, prompt.dimension());
  }

  @Test
  void badPromptsAreRefused() {
    var token = Vector.of(1);
    assertRefused(2, List.of(), List.of());
    assertRefused(2, List.of(token), List.of());
    assertRefused(2, List.of(token), List.of(0, 1));
    assertRefused(2, List.of(token), List.of(2));
    assertRefused(2, List.of(token), List.of(-1));
    assertRefused(2, List.of(token, Vector.of(1, 2)), List.of(0, 1));
  }

  private static void assertRefused(int classes, List<Vector> tokens, List<Integer> labels) {
    assertThrows(InvalidInputException.class, () -> new LabelledPrompt(classes, tokens, labels));
  }
}
