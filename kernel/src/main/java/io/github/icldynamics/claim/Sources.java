package io.github.icldynamics.claim;

/**
 * Where the claims of a catalogue come from.
 *
 * @param derivations the page of this project's own derivations about the paper's system
 */
public record Sources(Paper paper, String derivations) {
  /** The paper, in our words. */
  public Source paper(String place) {
    return new Source(paper, Standing.PAPER, place);
  }

  /** The paper, from memory. */
  public Source recalled(String place) {
    return new Source(paper, Standing.RECALLED, place);
  }

  /** This project, proved in a section of the derivations. */
  public Source proved(String section) {
    return ours("proved", section);
  }

  /** This project, expanded formally: error terms are not written out. */
  public Source formal(String section) {
    return ours("formal", section);
  }

  /** This project, seen in numbers. */
  public Source measured(String section) {
    return ours("measured", section);
  }

  private Source ours(String status, String section) {
    return new Source(paper, Standing.OURS, status + ": " + derivations + ", " + section);
  }
}
