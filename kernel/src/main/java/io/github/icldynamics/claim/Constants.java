package io.github.icldynamics.claim;

import io.github.icldynamics.schema.InvalidInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers that a statement fixes, by name: with any other, it is another statement. */
public final class Constants {
  private static final Constants NONE = new Constants(Map.of());

  private final Map<String, Double> values;

  private Constants(Map<String, Double> values) {
    this.values = values;
  }

  /** No constants. */
  public static Constants none() {
    return NONE;
  }

  /** These and one more. */
  public Constants and(String name, double value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Constants(Collections.unmodifiableMap(more));
  }

  /**
   * The same with one of them changed.
   *
   * @throws InvalidInputException if there is none of that name
   */
  public Constants with(String name, double value) {
    get(name);
    return and(name, value);
  }

  /** The constant of a name. */
  public double get(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new InvalidInputException(
          "constant", "must be one of " + values.keySet() + ", not " + name);
    }
    return value;
  }

  /** All of them, in the order given. */
  public Map<String, Double> all() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Constants constants && values.equals(constants.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
