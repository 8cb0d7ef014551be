package io.github.icldynamics.schema;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The formats that others are put together from. */
public final class Formats {
  private static final String LENGTH = "must be a whole number from 1 to 1e18, or inf";

  private Formats() {}

  /** A format without fields that an option could replace. */
  private record Plain<T>(Function<Node, T> reader, Function<T, Node> writer, Shape shape)
      implements Format<T> {
    @Override
    public T read(Node node) {
      return reader.apply(node);
    }

    @Override
    public Node write(T value) {
      return writer.apply(value);
    }
  }

  /** A finite number within bounds. */
  public static Format<Double> real(Bounds bounds) {
    return real(bounds, bounds, "must be a finite number");
  }

  /**
   * @param told the bounds in words of a complaint
   * @param rule what is said of a text that is no number
   */
  private static Format<Double> real(Bounds bounds, Bounds told, String rule) {
    return new Plain<>(
        node -> told.require("", Numerals.finite(node, rule)),
        Node.Real::new,
        new Shape.Numeral(bounds, false));
  }

  /** A whole number within bounds. */
  public static Format<Long> whole(Bounds bounds) {
    return new Plain<>(
        node -> bounds.require("", Numerals.whole(node, "must be a whole number")),
        Node.Whole::new,
        new Shape.Numeral(bounds, true));
  }

  /** Any whole number of 64 bits, such as a seed. */
  public static Format<Long> seed() {
    return whole(Bounds.finite());
  }

  /** True or false. */
  public static Format<Boolean> truth() {
    return new Plain<>(Formats::truth, Node.Truth::new, new Shape.Truth());
  }

  private static boolean truth(Node node) {
    if (node instanceof Node.Truth(boolean value)) {
      return value;
    }
    throw node.refused("must be true or false");
  }

  /** Any text. */
  public static Format<String> text() {
    return new Plain<>(Formats::text, Node.Text::new, new Shape.Word(List.of()));
  }

  private static String text(Node node) {
    if (node instanceof Node.Text(String text)) {
      return text;
    }
    throw node.refused("must be a text");
  }

  /** One of some words, each with what it stands for. */
  public static <T> Format<T> word(Map<String, T> words) {
    return new Plain<>(
        node -> meaning(node, words),
        value -> new Node.Text(wordFor(value, words)),
        new Shape.Word(List.copyOf(words.keySet())));
  }

  private static <T> T meaning(Node node, Map<String, T> words) {
    var value = node instanceof Node.Text(String text) ? words.get(text) : null;
    if (value == null) {
      throw node.refused("must be " + Words.alternatives(words.keySet()));
    }
    return value;
  }

  private static <T> String wordFor(T value, Map<String, T> words) {
    return words.keySet().stream()
        .filter(word -> value.equals(words.get(word)))
        .findFirst()
        .orElseThrow();
  }

  /** A list. */
  public static <T> Format<List<T>> list(Format<T> element) {
    return new Plain<>(
        node -> elements(node, element),
        values -> new Node.Items(values.stream().map(element::write).toList()),
        new Shape.Items(element.shape()));
  }

  private static <T> List<T> elements(Node node, Format<T> element) {
    if (!(node instanceof Node.Items(List<Node> items))) {
      throw node.refused("must be a list");
    }
    var values = new ArrayList<T>(items.size());
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      values.add(InvalidInputException.within("[" + i + "]", () -> element.read(item)));
    }
    return values;
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
    var tokens = new Bounds(1, PromptLength.LONGEST, true, true, LENGTH);
    return new Plain<>(
        node ->
            Numerals.isInfinity(node)
                ? PromptLength.infinite()
                : PromptLength.of(tokens.require("", Numerals.whole(node, LENGTH))),
        Formats::written,
        new Shape.OneOf(
            List.of(
                new Shape.Case("", "", new Shape.Numeral(tokens, true)),
                new Shape.Case(
                    "inf", "the limit of long prompts", new Shape.Word(List.of("inf"))))));
  }

  private static Node written(PromptLength length) {
    return switch (length) {
      case PromptLength.Finite(long tokens) -> new Node.Whole(tokens);
      case PromptLength.Infinite() -> new Node.Text("inf");
    };
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
    String rule = bounds.rule();
    var told =
        rule.startsWith("must be " + word)
            ? bounds
            : bounds.saying(rule.replaceFirst("must ", "must be " + word + " or "));
    return optional(word, real(bounds, told, told.rule()))
        .as(
            value -> value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
            value ->
                value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.<Double>empty());
  }
}
