package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Quantity;
import java.util.List;

/**
 * A quantity that has been measured and is still to be judged.
 *
 * @param name of its check
 */
record Measured(String name, Quantity quantity) {
  static Measured exactly(String name, double value) {
    return new Measured(name, Quantity.exactly(value));
  }

  /** Judges quantities of which one value is predicted. */
  static List<Check> allNear(List<Measured> measured, double target, double tolerance) {
    return measured.stream()
        .map(each -> Check.near(each.name, each.quantity, target, tolerance))
        .toList();
  }
}
