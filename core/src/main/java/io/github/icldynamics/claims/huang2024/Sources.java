package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Paper;
import io.github.icldynamics.claims.Source;
import io.github.icldynamics.claims.Standing;

/** Where the claims of this catalogue come from. */
final class Sources {
  private Sources() {}

  /** The paper, in our words. */
  static Source paper(String place) {
    return new Source(Paper.HUANG_2024, Standing.PAPER, place);
  }

  /** The paper, from memory. */
  static Source recalled(String place) {
    return new Source(Paper.HUANG_2024, Standing.RECALLED, place);
  }

  /** This project, proved in a section of the derivations. */
  static Source proved(String section) {
    return ours("proved", section);
  }

  /** This project, expanded formally: error terms are not written out. */
  static Source formal(String section) {
    return ours("formal", section);
  }

  /** This project, seen in exact numbers. */
  static Source measured(String section) {
    return ours("measured", section);
  }

  /** This project, by the exact method itself. */
  static Source method() {
    return new Source(Paper.HUANG_2024, Standing.OURS, "proved: docs/theory/laplace-method.md");
  }

  private static Source ours(String status, String section) {
    return new Source(
        Paper.HUANG_2024, Standing.OURS, status + ": docs/theory/sharp-laws.md, " + section);
  }
}
