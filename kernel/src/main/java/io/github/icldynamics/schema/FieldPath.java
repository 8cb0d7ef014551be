package io.github.icldynamics.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way to a field of a document: {@code tokenLaw.imbalanced.features}, or {@code covariance[1]}
 * for an element of a list, counted from 0. Who knows the shape of documents can put a value there.
 */
public final class FieldPath {
  private final String text;
  private final List<FieldStep> steps;
  private final Shape target;
  private final Shape.Notes notes;

  FieldPath(String text, List<FieldStep> steps, Shape target, Shape.Notes notes) {
    this.text = text;
    this.steps = List.copyOf(steps);
    this.target = target;
    this.notes = notes;
  }

  /**
   * A path.
   *
   * @param text names with dots between, and indices in brackets
   * @param shape of the documents
   * @throws InvalidInputException if no document of that shape has such a field; it is named by the
   *     text
   */
  public static FieldPath of(String text, Shape shape) {
    return new FieldSearch(text)
        .from(shape)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    text, "is no field of this experiment" + Words.hint(text, all(shape))));
  }

  /**
   * The fields that a name may mean: the one of that path, or else those whose symbol it is.
   *
   * @param document in which fields are looked for by their symbol
   */
  public static List<FieldPath> named(String name, Shape shape, Node document) {
    var exact = new FieldSearch(name).from(shape);
    return exact.isPresent()
        ? List.of(exact.get())
        : all(shape).stream()
            .map(path -> of(path, shape))
            .filter(path -> isSymbol(name, path.symbol()) && path.get(document).isPresent())
            .toList();
  }

  /** Whether some document of a shape has a field of a name: its path, or its symbol. */
  public static boolean isKnown(String name, Shape shape) {
    return new FieldSearch(name).from(shape).isPresent()
        || all(shape).stream().anyMatch(path -> isSymbol(name, of(path, shape).symbol()));
  }

  /** Subscripts can be typed as they are, or as digits: p₁ or p1. */
  private static boolean isSymbol(String name, String symbol) {
    return !symbol.isEmpty() && plain(symbol).equals(plain(name));
  }

  private static String plain(String symbol) {
    var plain = new StringBuilder();
    for (int i = 0; i < symbol.length(); i++) {
      char c = symbol.charAt(i);
      boolean isSubscript = c >= '\u2080' && c <= '\u2089';
      plain.append(isSubscript ? (char) (c - '\u2080' + '0') : c);
    }
    return plain.toString().replace("_", "");
  }

  /** All paths of a shape, without elements of lists. */
  public static List<String> all(Shape shape) {
    var paths = new ArrayList<String>();
    collect("", shape, paths);
    return paths.stream().distinct().toList();
  }

  private static void collect(String outer, Shape shape, List<String> paths) {
    switch (shape) {
      case Shape.Mapping(var entries) ->
          entries.forEach(
              entry -> {
                paths.add(outer + entry.key());
                boolean isTagged = entry.shape() instanceof Shape.Tagged;
                collect(isTagged ? outer : outer + entry.key() + ".", entry.shape(), paths);
              });
      case Shape.Tagged(_, var cases) -> cases.forEach(each -> collect(outer, each.shape(), paths));
      case Shape.OneOf(var cases) ->
          cases.forEach(
              each ->
                  collect(isKeyed(each) ? below(outer, each, paths) : outer, each.shape(), paths));
      case Shape.Items _, Shape.Numeral _, Shape.Truth _, Shape.Word _ -> {}
    }
  }

  private static String below(String outer, Shape.Case keyed, List<String> paths) {
    paths.add(outer + keyed.key());
    return outer + keyed.key() + ".";
  }

  /** Whether a possibility is a mapping with its key alone, and not a word or without a key. */
  static boolean isKeyed(Shape.Case one) {
    boolean isWord =
        one.shape() instanceof Shape.Word(var words) && words.equals(List.of(one.key()));
    return !one.key().isEmpty() && !isWord;
  }

  /** What may stand there. */
  public Shape target() {
    return target;
  }

  /** The papers' letter for the field; may be empty. */
  public String symbol() {
    return notes.symbol();
  }

  /** What the field is; may be empty. */
  public String sentence() {
    return notes.sentence();
  }

  /** Whether a number may stand there. */
  public boolean takesNumbers() {
    return numerals(target).findAny().isPresent();
  }

  /** Whether each number that may stand there is whole. */
  public boolean isWhole() {
    return takesNumbers() && numerals(target).allMatch(Shape.Numeral::whole);
  }

  private static Stream<Shape.Numeral> numerals(Shape shape) {
    return switch (shape) {
      case Shape.Numeral numeral -> Stream.of(numeral);
      case Shape.OneOf(var cases) ->
          cases.stream().filter(each -> !isKeyed(each)).flatMap(each -> numerals(each.shape()));
      case Shape.Mapping _, Shape.Tagged _, Shape.Items _, Shape.Truth _, Shape.Word _ ->
          Stream.empty();
    };
  }

  /**
   * A word that may stand there, or true or false where those may.
   *
   * @param text as it was typed
   */
  public Optional<Node> literal(String text) {
    return literal(target, text.strip());
  }

  private static Optional<Node> literal(Shape shape, String text) {
    return switch (shape) {
      case Shape.Truth() when text.equals("true") || text.equals("false") ->
          Optional.of(new Node.Truth(text.equals("true")));
      case Shape.Word(var words) when words.contains(text) -> Optional.of(new Node.Text(text));
      case Shape.Tagged(_, var cases)
          when cases.stream().anyMatch(each -> each.key().equals(text)) ->
          Optional.of(new Node.Text(text));
      case Shape.OneOf(var cases) ->
          cases.stream()
              .filter(each -> !isKeyed(each))
              .map(each -> literal(each.shape(), text))
              .flatMap(Optional::stream)
              .findFirst();
      default -> Optional.empty();
    };
  }

  /** Whether another value there takes other fields away: it must be put before those. */
  public boolean decidesOthers() {
    return !steps.isEmpty()
        && steps.getLast() instanceof FieldStep.Entry(_, var constants)
        && !constants.isEmpty();
  }

  /** How many steps it has. */
  public int depth() {
    return steps.size();
  }

  /** What stands there, if the document has the field. */
  public Optional<Node> get(Node document) {
    Optional<Node> node = Optional.of(document);
    for (var step : steps) {
      node = node.flatMap(outer -> get(outer, step));
    }
    return node;
  }

  private static Optional<Node> get(Node outer, FieldStep step) {
    return switch (step) {
      case FieldStep.Entry(var key, _) -> entry(outer, key);
      case FieldStep.Only(var key) -> entry(outer, key);
      case FieldStep.Item(var index) ->
          outer instanceof Node.Items(var items) && index < items.size()
              ? Optional.of(items.get(index))
              : Optional.empty();
    };
  }

  private static Optional<Node> entry(Node outer, String key) {
    return outer instanceof Node.Mapping(var entries)
        ? Optional.ofNullable(entries.get(key))
        : Optional.empty();
  }

  /**
   * The document with another value there; what stands above it is made if it is not there.
   *
   * @throws InvalidInputException if it is an element that the list does not have
   */
  public Node put(Node document, Node value) {
    return put(document, 0, value);
  }

  private Node put(Node outer, int at, Node value) {
    if (at == steps.size()) {
      return value;
    }
    return switch (steps.get(at)) {
      case FieldStep.Entry(var key, var constants) -> {
        var inner = put(entry(outer, key).orElseGet(Node.Nothing::new), at + 1, value);
        yield changed(outer, key, inner, constants);
      }
      case FieldStep.Only(var key) ->
          Node.Mapping.empty()
              .with(key, put(entry(outer, key).orElseGet(Node.Nothing::new), at + 1, value));
      case FieldStep.Item(var index) -> putItem(outer, index, at, value);
    };
  }

  /** Another tag takes the constants of the old one away. */
  private static Node changed(Node outer, String key, Node inner, List<String> constants) {
    var entries =
        new LinkedHashMap<>(
            outer instanceof Node.Mapping(var all) ? all : Node.Mapping.empty().entries());
    if (!inner.equals(entries.get(key))) {
      entries.keySet().removeAll(constants);
    }
    entries.put(key, inner);
    return new Node.Mapping(entries);
  }

  private Node putItem(Node outer, int index, int at, Node value) {
    if (!(outer instanceof Node.Items(var items)) || index >= items.size()) {
      throw new InvalidInputException(text, "is no element of a list that this experiment has");
    }
    var changed = new ArrayList<>(items);
    changed.set(index, put(items.get(index), at + 1, value));
    return new Node.Items(changed);
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldPath path && text.equals(path.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
