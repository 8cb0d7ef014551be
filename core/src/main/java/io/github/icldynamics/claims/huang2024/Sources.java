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

  /** This project, derived: proved or formal, as the section says. */
  static Source derived(String section) {
    return new Source(
        Paper.HUANG_2024, Standing.OURS, "derived: docs/theory/sharp-laws.md, " + section);
  }

  /** This project, seen in exact numbers. */
  static Source measured(String section) {
    return new Source(
        Paper.HUANG_2024, Standing.OURS, "measured: docs/theory/sharp-laws.md, " + section);
  }
}
