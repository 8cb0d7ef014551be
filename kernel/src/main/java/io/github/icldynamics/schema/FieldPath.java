package io.github.icldynamics.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The way to a field of a document: {@code tokenLaw.imbalanced.features}, or {@code covariance[1]}
 * for an element of a list, counted from 0. Who knows the shape of documents can put a value there.
 */
public final class FieldPath {
  private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,6})]");

  private final String text;
  private final List<Step> steps;
  private final Shape target;
  private final Shape.Notes notes;

  private FieldPath(String text, List<Step> steps, Shape target, Shape.Notes notes) {
    this.text = text;
    this.steps = List.copyOf(steps);
    this.target = target;
    this.notes = notes;
  }

  /** One step down a document. */
  private sealed interface Step {
    /**
     * A field of a mapping.
     *
     * @param constants fields of the same mapping that go when another value comes
     */
    record Entry(String key, List<String> constants) implements Step {}

    /** The only key of a mapping, which takes the place of any other. */
    record Only(String key) implements Step {}

    /** An element of a list. */
    record Item(int index) implements Step {}
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
    return new Search(text)
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
    var exact = new Search(name).from(shape);
    return exact.isPresent()
        ? List.of(exact.get())
        : all(shape).stream()
            .map(path -> of(path, shape))
            .filter(path -> isSymbol(name, path.symbol()) && path.get(document).isPresent())
            .toList();
  }

  /** Whether some document of a shape has a field of a name: its path, or its symbol. */
  public static boolean isKnown(String name, Shape shape) {
    return new Search(name).from(shape).isPresent()
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
  private static boolean isKeyed(Shape.Case one) {
    boolean isWord =
        one.shape() instanceof Shape.Word(var words) && words.equals(List.of(one.key()));
    return !one.key().isEmpty() && !isWord;
  }

  /** The search for a path in a shape, which may fork where there are several possibilities. */
  private static final class Search {
    private final String text;
    private final List<String> names;

    Search(String text) {
      this.text = text;
      this.names = names(text);
    }

    /** Names and indices, in their order: an index is a name that begins with a bracket. */
    private static List<String> names(String text) {
      var names = new ArrayList<String>();
      for (String name : text.split("\\.", -1)) {
        int bracket = name.indexOf('[');
        names.add(bracket < 0 ? name : name.substring(0, bracket));
        if (bracket >= 0) {
          for (String index : name.substring(bracket).split("(?<=])", 0)) {
            names.add(index);
          }
        }
      }
      return names;
    }

    Optional<FieldPath> from(Shape shape) {
      return find(0, shape, List.of(), new Shape.Notes("", "", ""));
    }

    private Optional<FieldPath> find(int at, Shape shape, List<Step> steps, Shape.Notes notes) {
      if (at == names.size()) {
        return Optional.of(new FieldPath(text, steps, shape, notes));
      }
      String name = names.get(at);
      return switch (shape) {
        case Shape.Mapping(var entries) -> inMapping(at, entries, steps);
        case Shape.Tagged(_, var cases) -> inCases(at, cases, steps, notes);
        case Shape.OneOf(var cases) -> inChoice(at, name, cases, steps, notes);
        case Shape.Items(var element) -> {
          var index = INDEX.matcher(name);
          yield index.matches()
              ? find(
                  at + 1,
                  element,
                  and(steps, new Step.Item(Integer.parseInt(index.group(1)))),
                  notes)
              : Optional.empty();
        }
        case Shape.Numeral _, Shape.Truth _, Shape.Word _ -> Optional.empty();
      };
    }

    private Optional<FieldPath> inMapping(int at, List<Shape.Entry> entries, List<Step> steps) {
      for (var entry : entries) {
        if (entry.key().equals(names.get(at))) {
          var step = new Step.Entry(entry.key(), constants(entry.shape()));
          return find(at + 1, entry.shape(), and(steps, step), entry.notes());
        }
        if (entry.shape() instanceof Shape.Tagged(_, var cases)) {
          var constant = inCases(at, cases, steps, entry.notes());
          if (constant.isPresent()) {
            return constant;
          }
        }
      }
      return Optional.empty();
    }

    /** The constants of a tagged field stand beside it. */
    private static List<String> constants(Shape shape) {
      return shape instanceof Shape.Tagged(_, var cases)
          ? cases.stream()
              .filter(each -> each.shape() instanceof Shape.Mapping)
              .flatMap(each -> ((Shape.Mapping) each.shape()).entries().stream())
              .<String>map(Shape.Entry::key)
              .toList()
          : List.of();
    }

    private Optional<FieldPath> inCases(
        int at, List<Shape.Case> cases, List<Step> steps, Shape.Notes notes) {
      return cases.stream()
          .map(each -> find(at, each.shape(), steps, notes))
          .flatMap(Optional::stream)
          .findFirst();
    }

    private Optional<FieldPath> inChoice(
        int at, String name, List<Shape.Case> cases, List<Step> steps, Shape.Notes notes) {
      for (var each : cases) {
        var found =
            !isKeyed(each)
                ? find(at, each.shape(), steps, notes)
                : each.key().equals(name)
                    ? find(at + 1, each.shape(), and(steps, new Step.Only(name)), notes)
                    : Optional.<FieldPath>empty();
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    private static List<Step> and(List<Step> steps, Step last) {
      var more = new ArrayList<>(steps);
      more.add(last);
      return more;
    }
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
        && steps.getLast() instanceof Step.Entry(_, var constants)
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

  private static Optional<Node> get(Node outer, Step step) {
    return switch (step) {
      case Step.Entry(var key, _) -> entry(outer, key);
      case Step.Only(var key) -> entry(outer, key);
      case Step.Item(var index) ->
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
      case Step.Entry(var key, var constants) -> {
        var inner = put(entry(outer, key).orElseGet(Node.Nothing::new), at + 1, value);
        yield changed(outer, key, inner, constants);
      }
      case Step.Only(var key) ->
          Node.Mapping.empty()
              .with(key, put(entry(outer, key).orElseGet(Node.Nothing::new), at + 1, value));
      case Step.Item(var index) -> putItem(outer, index, at, value);
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
