package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.schema.InvalidInputException;
import org.junit.jupiter.api.function.Executable;

/** How bad input is refused. */
public final class Refusals {
  private Refusals() {}

  /** With one sentence that names the field, what was given and what is allowed. */
  public static void assertRefused(String field, String given, String allowed, Executable attempt) {
    var refusal = assertThrows(InvalidInputException.class, attempt);
    String message = String.valueOf(refusal.getMessage());
    assertEquals(field, refusal.field());
    assertTrue(message.startsWith(field + " must "), message);
    assertTrue(message.contains(given), message);
    assertTrue(message.contains(allowed), message);
    assertFalse(message.contains("\n") || message.contains(". "), message);
  }
}
