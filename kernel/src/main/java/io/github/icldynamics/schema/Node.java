package io.github.icldynamics.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document as data: what YAML, JSON and the page's state are read into and written from. A number
 * that comes from a text stays the {@link Text} that it was written as, until a format knows what
 * it has to be.
 */
public sealed interface Node {
  /** A word, or a number as it was written. */
  record Text(String text) implements Node {}

  /** A whole number. */
  record Whole(long value) implements Node {}

  /** A number. */
  record Real(double value) implements Node {}

  /** True or false. */
  record Truth(boolean value) implements Node {}

  /** A list. */
  record Items(List<Node> items) implements Node {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Values by name, in their order. */
  record Mapping(Map<String, Node> entries) implements Node {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The mapping without entries. */
    public static Mapping empty() {
      return new Mapping(Map.of());
    }

    /** The same with an entry put in, at its place if it is there, else at the end. */
    public Mapping with(String key, Node value) {
      var more = new LinkedHashMap<>(entries);
      more.put(key, value);
      return new Mapping(more);
    }
  }

  /** No value. */
  record Nothing() implements Node {}

  /** A list of numbers. */
  static Items numbers(double... numbers) {
    return new Items(Arrays.stream(numbers).<Node>mapToObj(Real::new).toList());
  }

  /** A list of lists of numbers. */
  static Items rows(double[][] rows) {
    return new Items(Arrays.stream(rows).<Node>map(Node::numbers).toList());
  }

  /** What this is called in a complaint that says what was given. */
  default String given() {
    return switch (this) {
      case Text(String text) -> text.isBlank() ? "an empty text" : Words.clipped(text.strip());
      case Whole(long value) -> Long.toString(value);
      case Real(double value) -> Double.toString(value);
      case Truth(boolean value) -> Boolean.toString(value);
      case Items _ -> "a list";
      case Mapping _ -> "a mapping";
      case Nothing _ -> "nothing";
    };
  }

  /** A complaint that this is not as a rule wants it. */
  default InvalidInputException refused(String rule) {
    return new InvalidInputException("", rule + ", not " + given());
  }
}
