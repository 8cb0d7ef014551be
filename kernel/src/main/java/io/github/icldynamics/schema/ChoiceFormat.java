package io.github.icldynamics.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The format of values of several kinds that are told apart by how they are written: as a word, a
 * number, a list, a mapping, or a mapping with one key that names the kind, {@code {zipf: {…}}}.
 */
public final class ChoiceFormat<T> implements Format<T> {
  private final List<Kind<? extends T>> kinds;

  private ChoiceFormat(List<Kind<? extends T>> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** The format of some kinds of value, tried in their order. */
  public static <T> ChoiceFormat<T> of(List<Kind<? extends T>> kinds) {
    return new ChoiceFormat<>(kinds);
  }

  /** A kind of value. */
  public sealed interface Kind<C> {
    /** What people write for it. */
    String label();

    /** What it is. */
    String sentence();

    /** Whether a node is written as this kind is. */
    boolean fits(Node node);

    /** Whether a value is of this kind. */
    boolean holds(Object value);

    /** The value of a node that fits. */
    C read(Node node);

    /** The node of a value of this kind. */
    Node write(Object value);

    /** What it looks like. */
    Shape.Case shape();

    /** Replaces fields of a node that fits. */
    default Node replace(Node node, Replacements replacements) {
      return node;
    }
  }

  /** A word that stands for one value. */
  public record Word<C>(String word, String sentence, C value) implements Kind<C> {
    @Override
    public String label() {
      return word;
    }

    @Override
    public boolean fits(Node node) {
      return node.equals(new Node.Text(word));
    }

    @Override
    public boolean holds(Object other) {
      return value.equals(other);
    }

    @Override
    public C read(Node node) {
      return value;
    }

    @Override
    public Node write(Object other) {
      return new Node.Text(word);
    }

    @Override
    public Shape.Case shape() {
      return new Shape.Case(word, sentence, new Shape.Word(List.of(word)));
    }
  }

  /** A mapping with one key. */
  public record Keyed<C>(String key, String sentence, Class<C> type, Format<C> format)
      implements Kind<C> {
    @Override
    public String label() {
      return "{" + key + ": …}";
    }

    @Override
    public boolean fits(Node node) {
      return node instanceof Node.Mapping(var entries) && entries.containsKey(key);
    }

    @Override
    public boolean holds(Object value) {
      return type.isInstance(value);
    }

    @Override
    public C read(Node node) {
      return InvalidInputException.within(key, () -> format.read(inner(node)));
    }

    private Node inner(Node node) {
      var inner = node instanceof Node.Mapping(var entries) ? entries.get(key) : null;
      if (inner == null || inner instanceof Node.Nothing) {
        throw new InvalidInputException("", "is required but not given");
      }
      return inner;
    }

    @Override
    public Node write(Object value) {
      return Node.Mapping.empty().with(key, format.write(type.cast(value)));
    }

    @Override
    public Shape.Case shape() {
      return new Shape.Case(key, sentence, format.shape());
    }

    @Override
    public Node replace(Node node, Replacements replacements) {
      return Node.Mapping.empty().with(key, replacements.below(key, format, inner(node)));
    }
  }

  /** How values without a key are written. */
  public enum Form {
    /** A number. */
    NUMBER,
    /** A list. */
    LIST,
    /** A list whose first element is a list. */
    ROWS,
    /** A mapping. */
    MAPPING;

    private boolean fits(Node node) {
      return switch (this) {
        case NUMBER ->
            node instanceof Node.Text || node instanceof Node.Whole || node instanceof Node.Real;
        case LIST -> node instanceof Node.Items;
        case ROWS ->
            node instanceof Node.Items(var items)
                && !items.isEmpty()
                && items.getFirst() instanceof Node.Items;
        case MAPPING -> node instanceof Node.Mapping;
      };
    }
  }

  /** A value without a key. */
  public record Bare<C>(Form form, String label, String sentence, Class<C> type, Format<C> format)
      implements Kind<C> {
    @Override
    public boolean fits(Node node) {
      return form.fits(node);
    }

    @Override
    public boolean holds(Object value) {
      return type.isInstance(value);
    }

    @Override
    public C read(Node node) {
      return format.read(node);
    }

    @Override
    public Node write(Object value) {
      return format.write(type.cast(value));
    }

    @Override
    public Shape.Case shape() {
      return new Shape.Case("", sentence, format.shape());
    }
  }

  @Override
  public T read(Node node) {
    requireOneKey(node);
    for (var kind : kinds) {
      if (kind.fits(node)) {
        return kind.read(node);
      }
    }
    throw node.refused(
        "must be " + Words.alternatives(kinds.stream().<String>map(Kind::label).toList()));
  }

  /** Of several keys only one could be read. */
  private void requireOneKey(Node node) {
    var known = keys();
    boolean bare =
        kinds.stream()
            .anyMatch(
                kind -> kind instanceof Bare<?>(var form, _, _, _, _) && form == Form.MAPPING);
    if (known.isEmpty() || bare) {
      return;
    }
    if (!(node instanceof Node.Mapping(Map<String, Node> entries))) {
      if (known.size() == kinds.size()) {
        throw node.refused("must be a mapping with keys among " + String.join(", ", known));
      }
      return;
    }
    for (var entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw UnknownKey.of(entry.getKey(), entry.getValue(), known);
      }
    }
    if (entries.size() != 1) {
      throw new InvalidInputException(
          "",
          "must have exactly one of the keys "
              + String.join(", ", known)
              + ", not "
              + entries.size());
    }
  }

  private List<String> keys() {
    var keys = new ArrayList<String>();
    for (var kind : kinds) {
      if (kind instanceof Keyed<?>(var key, _, _, _)) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** The key or word under which a value is written, if it has one. */
  public Optional<String> keyOf(T value) {
    return kindOf(value).map(kind -> kind.shape().key()).filter(key -> !key.isEmpty());
  }

  private Optional<Kind<? extends T>> kindOf(T value) {
    return kinds.stream().filter(kind -> kind.holds(value)).findFirst();
  }

  @Override
  public Node write(T value) {
    return kindOf(value)
        .orElseThrow(() -> new IllegalArgumentException("no kind holds " + value))
        .write(value);
  }

  @Override
  public Shape shape() {
    return new Shape.OneOf(kinds.stream().<Shape.Case>map(Kind::shape).toList());
  }

  @Override
  public Node replace(Node node, Replacements replacements) {
    return kinds.stream()
        .filter(kind -> kind.fits(node))
        .findFirst()
        .map(kind -> kind.replace(node, replacements))
        .orElse(node);
  }
}
