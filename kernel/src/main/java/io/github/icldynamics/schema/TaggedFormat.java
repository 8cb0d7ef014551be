package io.github.icldynamics.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The format of values of several kinds, written as a mapping in which one word, the tag, names the
 * kind, and the kind decides which other keys there are: {@code {kernel: gaussian, length: 2}}.
 */
public final class TaggedFormat<T> implements Format<T> {
  private final String tag;
  private final List<Kind<? extends T>> kinds;

  private TaggedFormat(String tag, List<Kind<? extends T>> kinds) {
    this.tag = tag;
    this.kinds = List.copyOf(kinds);
  }

  /**
   * A kind of value.
   *
   * @param word its tag
   * @param sentence what it is
   * @param type of its values
   * @param constants the other keys
   */
  public record Kind<C>(String word, String sentence, Class<C> type, RecordFormat<C> constants) {
    /** A kind with one value, and so no constants. */
    public static <C> Kind<C> single(String word, String sentence, Class<C> type, C only) {
      return new Kind<>(word, sentence, type, RecordFormat.empty(only));
    }
  }

  /** The format of some kinds of value. */
  public static <T> TaggedFormat<T> of(String tag, List<Kind<? extends T>> kinds) {
    return new TaggedFormat<>(tag, kinds);
  }

  /** The tags. */
  public List<String> words() {
    return kinds.stream().<String>map(Kind::word).toList();
  }

  /** The tag of a value. */
  public String wordOf(T value) {
    return kinds.stream()
        .filter(kind -> kind.type().isInstance(value))
        .<String>map(Kind::word)
        .findFirst()
        .orElseThrow();
  }

  /** The value of a tag with the constants that it has if none are given. */
  public T usual(String word) {
    return read(Node.Mapping.empty().with(tag, new Node.Text(word)));
  }

  /** All keys that some kind has, the tag first. */
  List<String> allKeys() {
    var keys = new ArrayList<String>();
    keys.add(tag);
    keys.addAll(constants());
    return keys;
  }

  /** Each once, however many kinds have it: a stream's distinct() keeps them all in the browser. */
  List<String> constants() {
    var keys = new LinkedHashSet<String>();
    kinds.forEach(kind -> keys.addAll(kind.constants().keys()));
    return List.copyOf(keys);
  }

  /** Those entries that are a format's own, if it is tagged. */
  static Node own(Format<?> format, Map<String, Node> entries) {
    var own = new LinkedHashMap<>(entries);
    if (format instanceof TaggedFormat<?> tagged) {
      own.keySet().retainAll(tagged.allKeys());
    }
    return new Node.Mapping(own);
  }

  @Override
  public T read(Node node) {
    if (!(node instanceof Node.Mapping(Map<String, Node> entries))) {
      throw node.refused("must be a mapping with keys among " + String.join(", ", allKeys()));
    }
    var word = entries.get(tag);
    if (word == null || word instanceof Node.Nothing) {
      throw new InvalidInputException(tag, "is required but not given");
    }
    var kind = kind(word);
    requireApplicable(kind, entries);
    return kind.constants().readFields(entries);
  }

  private Kind<? extends T> kind(Node word) {
    return kinds.stream()
        .filter(kind -> word.equals(new Node.Text(kind.word())))
        .findFirst()
        .orElseThrow(() -> word.refused("must be " + Words.alternatives(words())).under(tag));
  }

  /** A constant of another kind would be ignored. */
  private void requireApplicable(Kind<?> kind, Map<String, Node> entries) {
    for (var entry : entries.entrySet()) {
      String key = entry.getKey();
      boolean own = key.equals(tag) || kind.constants().keys().contains(key);
      if (own || entry.getValue() instanceof Node.Nothing) {
        continue;
      }
      var owners =
          kinds.stream()
              .filter(other -> other.constants().keys().contains(key))
              .<String>map(Kind::word)
              .toList();
      if (owners.isEmpty()) {
        throw UnknownKey.of(key, entry.getValue(), allKeys());
      }
      throw new InvalidInputException(
          key,
          "goes with the %s %s, not with %s"
              .formatted(tag, Words.alternatives(owners), kind.word()));
    }
  }

  @Override
  public Node write(T value) {
    return kinds.stream()
        .filter(kind -> kind.type().isInstance(value))
        .map(kind -> write(kind, value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of " + tag + " is " + value));
  }

  private <C extends T> Node write(Kind<C> kind, T value) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put(tag, new Node.Text(kind.word()));
    if (kind.constants().write(kind.type().cast(value)) instanceof Node.Mapping(var constants)) {
      entries.putAll(constants);
    }
    return new Node.Mapping(entries);
  }

  @Override
  public Shape shape() {
    return new Shape.Tagged(
        tag,
        kinds.stream()
            .map(kind -> new Shape.Case(kind.word(), kind.sentence(), kind.constants().shape()))
            .toList());
  }
}
