package io.github.icldynamics.claim;

/** Ends an inquiry that cannot get what it needs, from any depth; a claim turns it into a value. */
public final class Undecided extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Verdict verdict;

  private Undecided(Verdict verdict) {
    super(verdict.sentence(), null, false, false);
    this.verdict = verdict;
  }

  /** The run, the range or the sample ends before the quantity does. */
  public static Undecided tooShort(String sentence) {
    return new Undecided(new Verdict.Inconclusive(sentence));
  }

  /** The statement does not speak of this case. */
  public static Undecided hypothesisUnmet(String sentence) {
    return new Undecided(new Verdict.NotApplicable(sentence));
  }

  Verdict verdict() {
    return verdict;
  }
}
