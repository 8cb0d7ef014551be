package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Exhibit;

/** Axes that many exhibits of this catalogue have. */
final class Axes {
  private Axes() {}

  static Exhibit.Axis features() {
    return Exhibit.Axis.log("features K");
  }

  static Exhibit.Axis epsilon() {
    return Exhibit.Axis.log("1/ε");
  }
}
