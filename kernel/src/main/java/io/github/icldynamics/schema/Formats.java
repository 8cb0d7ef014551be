package io.github.icldynamics.schema;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The formats that others are put together from. */
public final class Formats {
  private static final String LENGTH = "must be a whole number from 1 to 1e18, or inf";

  private Formats() {}

  /** A finite number within bounds. */
  public static Format<Double> real(Bounds bounds) {
    return new RealFormat(bounds);
  }

  private record RealFormat(Bounds bounds) implements Format<Double> {
    @Override
    public Double read(Node node) {
      return bounds.require("", Numerals.finite(node, "must be a finite number"));
    }

    @Override
    public Node write(Double value) {
      return new Node.Real(value);
    }

    @Override
    public Shape shape() {
      return new Shape.Numeral(bounds, false);
    }
  }

  /** A whole number within bounds. */
  public static Format<Long> whole(Bounds bounds) {
    return new WholeFormat(bounds);
  }

  /** Any whole number of 64 bits, such as a seed. */
  public static Format<Long> seed() {
    return whole(Bounds.finite());
  }

  private record WholeFormat(Bounds bounds) implements Format<Long> {
    @Override
    public Long read(Node node) {
      return bounds.require("", Numerals.whole(node, "must be a whole number"));
    }

    @Override
    public Node write(Long value) {
      return new Node.Whole(value);
    }

    @Override
    public Shape shape() {
      return new Shape.Numeral(bounds, true);
    }
  }

  /** True or false. */
  public static Format<Boolean> truth() {
    return new TruthFormat();
  }

  private record TruthFormat() implements Format<Boolean> {
    @Override
    public Boolean read(Node node) {
      if (node instanceof Node.Truth(boolean value)) {
        return value;
      }
      throw node.refused("must be true or false");
    }

    @Override
    public Node write(Boolean value) {
      return new Node.Truth(value);
    }

    @Override
    public Shape shape() {
      return new Shape.Truth();
    }
  }

  /** Any text. */
  public static Format<String> text() {
    return new TextFormat();
  }

  private record TextFormat() implements Format<String> {
    @Override
    public String read(Node node) {
      if (node instanceof Node.Text(String text)) {
        return text;
      }
      throw node.refused("must be a text");
    }

    @Override
    public Node write(String value) {
      return new Node.Text(value);
    }

    @Override
    public Shape shape() {
      return new Shape.Word(List.of());
    }
  }

  /** One of some words, each with what it stands for. */
  public static <T> Format<T> word(Map<String, T> words) {
    return new WordFormat<>(words);
  }

  private record WordFormat<T>(Map<String, T> words) implements Format<T> {
    @Override
    public T read(Node node) {
      var value = node instanceof Node.Text(String text) ? words.get(text) : null;
      if (value == null) {
        throw node.refused("must be " + Words.alternatives(words.keySet()));
      }
      return value;
    }

    @Override
    public Node write(T value) {
      return words.entrySet().stream()
          .filter(entry -> entry.getValue().equals(value))
          .map(entry -> new Node.Text(entry.getKey()))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public Shape shape() {
      return new Shape.Word(List.copyOf(words.keySet()));
    }
  }

  /** A list. */
  public static <T> Format<List<T>> list(Format<T> element) {
    return new ListFormat<>(element);
  }

  private record ListFormat<T>(Format<T> element) implements Format<List<T>> {
    @Override
    public List<T> read(Node node) {
      if (!(node instanceof Node.Items(List<Node> items))) {
        throw node.refused("must be a list");
      }
      var values = new ArrayList<T>(items.size());
      for (int i = 0; i < items.size(); i++) {
        values.add(at(i, items.get(i)));
      }
      return values;
    }

    private T at(int index, Node item) {
      try {
        return element.read(item);
      } catch (InvalidInputException e) {
        throw e.under("[" + index + "]");
      }
    }

    @Override
    public Node write(List<T> values) {
      return new Node.Items(values.stream().map(element::write).toList());
    }

    @Override
    public Shape shape() {
      return new Shape.Items(element.shape());
    }
  }

  /** A list of numbers. */
  public static Format<Vector> vector() {
    return list(real(Bounds.finite()))
        .as(Vector::copyOf, vector -> Arrays.stream(vector.toArray()).boxed().toList());
  }

  /** A list of lists of numbers. */
  public static Format<List<Vector>> rows() {
    return list(vector());
  }

  /** A symmetric matrix, row by row. */
  public static Format<SymmetricMatrix> symmetricMatrix() {
    return rows().as(Formats::symmetric, matrix -> rowsOf(matrix.toArray()));
  }

  private static SymmetricMatrix symmetric(List<Vector> rows) {
    try {
      return SymmetricMatrix.of(rows.stream().map(Vector::toArray).toArray(double[][]::new));
    } catch (InvalidInputException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("", String.valueOf(e.getMessage()));
    }
  }

  private static List<Vector> rowsOf(double[][] rows) {
    return Arrays.stream(rows).map(Vector::of).toList();
  }

  /** A prompt length. */
  public static Format<PromptLength> promptLength() {
    return new LengthFormat();
  }

  private record LengthFormat() implements Format<PromptLength> {
    private static final Bounds TOKENS = new Bounds(1, PromptLength.LONGEST, true, true, LENGTH);

    @Override
    public PromptLength read(Node node) {
      return Numerals.isInfinity(node)
          ? PromptLength.infinite()
          : PromptLength.of(TOKENS.require("", Numerals.whole(node, LENGTH)));
    }

    @Override
    public Node write(PromptLength length) {
      return switch (length) {
        case PromptLength.Finite(long tokens) -> new Node.Whole(tokens);
        case PromptLength.Infinite() -> new Node.Text("inf");
      };
    }

    @Override
    public Shape shape() {
      return new Shape.OneOf(
          List.of(
              new Shape.Case("", "", new Shape.Numeral(TOKENS, true)),
              new Shape.Case("inf", "the limit of long prompts", new Shape.Word(List.of("inf")))));
    }
  }

  /** A value, or a word that says there is none. */
  public static <T> Format<Optional<T>> optional(String word, Format<T> format) {
    return new OptionalFormat<>(word, format);
  }

  private record OptionalFormat<T>(String word, Format<T> format) implements Format<Optional<T>> {
    @Override
    public Optional<T> read(Node node) {
      return node.equals(new Node.Text(word)) ? Optional.empty() : Optional.of(format.read(node));
    }

    @Override
    public Node write(Optional<T> value) {
      return value.map(format::write).orElseGet(() -> new Node.Text(word));
    }

    @Override
    public Shape shape() {
      return new Shape.OneOf(
          List.of(
              new Shape.Case(word, "", new Shape.Word(List.of(word))),
              new Shape.Case("", "", format.shape())));
    }

    @Override
    public Node replace(Node node, Replacements replacements) {
      return node.equals(new Node.Text(word)) ? node : format.replace(node, replacements);
    }
  }

  /** A number within bounds, or a word that says there is none. */
  public static Format<OptionalDouble> realOr(String word, Bounds bounds) {
    return optional(word, real(bounds))
        .as(
            value -> value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
            value ->
                value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.<Double>empty());
  }
}
