package io.github.icldynamics.claim;

/** How a claim came out. */
public sealed interface Verdict {
  /** Why, in one sentence. */
  String sentence();

  /** Everything measured is as stated. */
  record Holds(String sentence) implements Verdict {}

  /** On all of its range it is not as stated, on a part of it it is. */
  record Restricted(String sentence) implements Verdict {}

  /** Something measured is not as stated. */
  record Fails(String sentence) implements Verdict {}

  /** What was measured does not decide it. */
  record Inconclusive(String sentence) implements Verdict {}

  /** Its hypothesis is not met. */
  record NotApplicable(String sentence) implements Verdict {}
}
