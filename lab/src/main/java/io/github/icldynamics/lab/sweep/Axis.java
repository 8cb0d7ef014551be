package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.Numerals;
import java.util.Optional;

/**
 * A field of the experiment with the values that it takes.
 *
 * @param field its path or symbol, as written
 * @param along the axis with which it goes value by value; empty if it is combined with all others
 */
record Axis(String field, AxisValues values, Optional<String> along) {
  /** Whether its values are combined with those of all others. */
  boolean isFree() {
    return along.isEmpty() && !isComputed();
  }

  /** Whether each of its values is a number. */
  boolean isNumeric() {
    return !(values instanceof AxisValues.Listed(var nodes))
        || nodes.stream().noneMatch(node -> Double.isNaN(Numerals.numberOrNaN(node)));
  }

  /** Whether its values follow from those of others. */
  boolean isComputed() {
    return values instanceof AxisValues.Computed;
  }
}
