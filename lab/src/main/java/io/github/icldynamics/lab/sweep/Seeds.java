package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Leaves;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;

/** The seeds of an experiment: every field of that name, wherever it stands. */
final class Seeds {
  private static final String KEY = "seed";

  private Seeds() {}

  /** The first of them that is a whole number, if it has any. */
  static OptionalLong of(Node experiment) {
    return Leaves.of(experiment).entrySet().stream()
        .filter(leaf -> leaf.getKey().equals(KEY) || leaf.getKey().endsWith("." + KEY))
        .map(leaf -> known(leaf.getValue()))
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong known(Node seed) {
    try {
      return OptionalLong.of(number(seed));
    } catch (InvalidInputException e) {
      // The experiment itself says so.
      return OptionalLong.empty();
    }
  }

  /**
   * The experiment with all of them increased.
   *
   * @throws InvalidInputException if one of them would be too large
   */
  static Node increased(Node experiment, int by) {
    if (by == 0) {
      return experiment;
    }
    return switch (experiment) {
      case Node.Mapping(var entries) -> {
        var changed = new LinkedHashMap<String, Node>();
        entries.forEach(
            (key, value) ->
                changed.put(key, key.equals(KEY) ? seed(value, by) : increased(value, by)));
        yield new Node.Mapping(changed);
      }
      case Node.Items(var items) -> {
        List<Node> changed = new ArrayList<>();
        items.forEach(item -> changed.add(increased(item, by)));
        yield new Node.Items(changed);
      }
      case Node.Text _, Node.Whole _, Node.Real _, Node.Truth _, Node.Nothing _ -> experiment;
    };
  }

  private static Node seed(Node seed, int by) {
    long first = number(seed);
    if (first > Long.MAX_VALUE - by) {
      throw new InvalidInputException(KEY, "must leave room for more seeds, not be " + first);
    }
    return new Node.Whole(first + by);
  }

  private static long number(Node seed) {
    return seed instanceof Node.Whole(long value) ? value : Numerals.whole(KEY, seed.given());
  }
}
