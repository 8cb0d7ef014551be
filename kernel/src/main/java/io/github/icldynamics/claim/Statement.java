package io.github.icldynamics.claim;

import java.util.List;

/**
 * What a claim says.
 *
 * @param title the statement in one line
 * @param words the statement as a sentence or two
 * @param formula the same as a formula
 * @param hypothesis what it needs
 * @param measured what is measured to decide it
 * @param tolerance how near is near enough, and why
 * @param reading what it means if it holds
 */
public record Statement(
    String title,
    String words,
    String formula,
    String hypothesis,
    String measured,
    String tolerance,
    String reading) {
  public Statement {
    for (String part : List.of(title, words, formula, hypothesis, measured, tolerance, reading)) {
      if (part.isBlank()) {
        throw new IllegalArgumentException("The claim \"" + title + "\" has a part left blank");
      }
    }
  }
}
