package io.github.icldynamics.claims;

import io.github.icldynamics.prompt.InvalidInputException;
import java.util.List;

/**
 * A statement that can be put to the test.
 *
 * @param id unique, in kebab case
 * @param constants the numbers it fixes
 * @param inquiry how what they predict is measured
 */
public record Claim(
    String id, Source source, Statement statement, Constants constants, Inquiry inquiry) {
  /** The same statement about another number: a different claim under the same name. */
  public Claim with(String constant, double value) {
    return new Claim(id, source, statement, constants.with(constant, value), inquiry);
  }

  /** Puts it to the test. */
  public Finding investigate(Reach reach) {
    try {
      var evidence = inquiry.investigate(constants, reach);
      return new Finding(this, evidence.verdict(), evidence.checks(), evidence.exhibits());
    } catch (Undecided end) {
      return new Finding(this, end.verdict(), List.of(), List.of());
    } catch (InvalidInputException e) {
      // Nobody's input: the inquiry itself asked for something impossible.
      throw new IllegalStateException("the inquiry of claim " + id + " broke off", e);
    }
  }
}
