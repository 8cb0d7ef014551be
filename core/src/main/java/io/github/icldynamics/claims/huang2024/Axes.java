package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Exhibit;

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
