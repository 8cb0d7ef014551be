package io.github.icldynamics.schema;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The format of a record: a mapping with a key a field. One field may be {@linkplain TaggedFormat
 * tagged}; its constants then stand in the same mapping, after all other fields.
 */
public final class RecordFormat<E> implements Format<E> {
  private final List<Field<E, ?>> fields;
  private final Function<Values, E> constructor;

  private RecordFormat(List<Field<E, ?>> fields, Function<Values, E> constructor) {
    this.fields = List.copyOf(fields);
    this.constructor = constructor;
    requireDistinctKeys();
  }

  /** The constants of a tagged field stand beside the others, and must not be taken for them. */
  private void requireDistinctKeys() {
    var keys = new HashSet<String>();
    for (String key : allKeys()) {
      if (!keys.add(key)) {
        throw new IllegalArgumentException("two fields would both be called " + key);
      }
    }
  }

  private List<String> allKeys() {
    var keys = new ArrayList<>(keys());
    for (var field : fields) {
      tagged(field).ifPresent(format -> keys.addAll(format.constants()));
    }
    return keys;
  }

  /**
   * The format of a record of any fields; for few of them there are shorter ones below.
   *
   * @param fields in the order in which they are written
   * @param constructor makes the record of the values of all fields
   */
  public static <E> RecordFormat<E> of(List<Field<E, ?>> fields, Function<Values, E> constructor) {
    return new RecordFormat<>(fields, constructor);
  }

  /** A constructor of three values. */
  public interface OfThree<A, B, C, E> {
    E of(A first, B second, C third);
  }

  /** A constructor of four values. */
  public interface OfFour<A, B, C, D, E> {
    E of(A first, B second, C third, D fourth);
  }

  /** A constructor of five values. */
  public interface OfFive<A, B, C, D, F, E> {
    E of(A first, B second, C third, D fourth, F fifth);
  }

  /** The format of a record of one field. */
  public static <A, E> RecordFormat<E> of(Field<E, A> only, Function<A, E> constructor) {
    return of(List.of(only), values -> constructor.apply(values.get(only)));
  }

  /** The format of a record of two fields, in the order of its constructor. */
  public static <A, B, E> RecordFormat<E> of(
      Field<E, A> a, Field<E, B> b, BiFunction<A, B, E> constructor) {
    return of(List.of(a, b), values -> constructor.apply(values.get(a), values.get(b)));
  }

  /** The format of a record of three fields, in the order of its constructor. */
  public static <A, B, C, E> RecordFormat<E> of(
      Field<E, A> a, Field<E, B> b, Field<E, C> c, OfThree<A, B, C, E> constructor) {
    return of(
        List.of(a, b, c), values -> constructor.of(values.get(a), values.get(b), values.get(c)));
  }

  /** The format of a record of four fields, in the order of its constructor. */
  public static <A, B, C, D, E> RecordFormat<E> of(
      Field<E, A> a,
      Field<E, B> b,
      Field<E, C> c,
      Field<E, D> d,
      OfFour<A, B, C, D, E> constructor) {
    return of(
        List.of(a, b, c, d),
        values -> constructor.of(values.get(a), values.get(b), values.get(c), values.get(d)));
  }

  /** The format of a record of five fields, in the order of its constructor. */
  public static <A, B, C, D, F, E> RecordFormat<E> of(
      Field<E, A> a,
      Field<E, B> b,
      Field<E, C> c,
      Field<E, D> d,
      Field<E, F> f,
      OfFive<A, B, C, D, F, E> constructor) {
    return of(
        List.of(a, b, c, d, f),
        values ->
            constructor.of(
                values.get(a), values.get(b), values.get(c), values.get(d), values.get(f)));
  }

  /** A value in a mapping with a single key. */
  public static <T> RecordFormat<T> nested(Field<T, T> only) {
    return new RecordFormat<>(List.of(only), values -> values.get(only));
  }

  /** A record without fields. */
  public static <E> RecordFormat<E> empty(E only) {
    return new RecordFormat<>(List.of(), values -> only);
  }

  /** The same record with other values of some fields. */
  @SafeVarargs
  public final E with(E base, Change<E, ?>... changes) {
    var values = new Values();
    for (var change : changes) {
      change.put(values);
    }
    for (var field : fields) {
      keep(field, base, values);
    }
    return constructor.apply(values);
  }

  private static <E, T> void keep(Field<E, T> field, E base, Values values) {
    if (!values.has(field)) {
      values.put(field, field.of(base));
    }
  }

  /** Another value of a field. */
  public record Change<E, T>(Field<E, T> field, T value) {
    private void put(Values values) {
      values.put(field, value);
    }
  }

  /** Whether a field has a key. */
  public boolean has(String key) {
    return keys().contains(key);
  }

  List<String> keys() {
    return fields.stream().map(Field::key).toList();
  }

  @Override
  public E read(Node node) {
    if (!(node instanceof Node.Mapping(Map<String, Node> entries))) {
      throw node.refused("must be a mapping with keys among " + String.join(", ", keys()));
    }
    requireKnown(entries);
    return readFields(entries);
  }

  /** The record of those entries that are its own. */
  E readFields(Map<String, Node> entries) {
    var values = new Values();
    for (var field : fields) {
      var tagged = tagged(field);
      var given = entries.get(field.key());
      if (given == null || given instanceof Node.Nothing) {
        continue;
      }
      if (tagged.isPresent()) {
        readTagged(field, entries, values);
      } else {
        field.read(given, values);
      }
    }
    fillMissing(fields.stream().filter(field -> !field.isDerived()).toList(), entries, values);
    fillMissing(fields.stream().filter(Field::isDerived).toList(), entries, values);
    return constructor.apply(values);
  }

  private static <E> void fillMissing(
      List<? extends Field<E, ?>> fields, Map<String, Node> entries, Values values) {
    for (var field : fields) {
      if (!values.has(field)) {
        fill(field, entries, values);
      }
    }
  }

  /** What is not given: of a tagged field, constants may be, beside the usual tag. */
  private static <E> void fill(Field<E, ?> field, Map<String, Node> entries, Values values) {
    field.fill(values);
    var usual = field.entry().otherwise();
    if (tagged(field).isPresent() && usual.orElse(null) instanceof Node.Mapping(var inner)) {
      var completed = new LinkedHashMap<>(inner);
      completed.putAll(entries);
      completed.put(field.key(), requireNonNull(inner.get(field.key())));
      readTagged(field, completed, values);
    }
  }

  private static <E, T> void readTagged(
      Field<E, T> field, Map<String, Node> entries, Values values) {
    // Not below the field's key: constants stand beside it.
    values.put(field, field.format().read(TaggedFormat.own(field.format(), entries)));
  }

  private static Optional<TaggedFormat<?>> tagged(Field<?, ?> field) {
    return field.format() instanceof TaggedFormat<?> tagged
        ? Optional.of(tagged)
        : Optional.empty();
  }

  private void requireKnown(Map<String, Node> entries) {
    var known = allKeys();
    for (var entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw UnknownKey.of(entry.getKey(), entry.getValue(), known);
      }
    }
  }

  @Override
  public Node write(E value) {
    var entries = new LinkedHashMap<String, Node>();
    var constants = new LinkedHashMap<String, Node>();
    for (var field : fields) {
      var written = field.write(value);
      if (tagged(field).isPresent() && written instanceof Node.Mapping(var inner)) {
        entries.put(field.key(), inner.get(field.key()));
        constants.putAll(inner);
        constants.remove(field.key());
      } else {
        entries.put(field.key(), written);
      }
    }
    entries.putAll(constants);
    return new Node.Mapping(entries);
  }

  @Override
  public Shape.Mapping shape() {
    return new Shape.Mapping(fields.stream().map(Field::entry).toList());
  }

  @Override
  public Node replace(Node node, Replacements replacements) {
    if (!(node instanceof Node.Mapping mapping)) {
      return node;
    }
    var replaced = mapping;
    for (var field : fields) {
      var option = field.option().flatMap(name -> replacements.of(name, field.key()));
      if (option.isPresent()) {
        replaced = put(field, option.get(), replaced);
      } else if (tagged(field).isEmpty() && replaced.entries().get(field.key()) != null) {
        var child = replaced.entries().get(field.key());
        replaced =
            replaced.with(field.key(), replacements.below(field.key(), field.format(), child));
      }
    }
    return replaced;
  }

  /** Another tag takes the constants of the old one away. */
  private static Node.Mapping put(Field<?, ?> field, Node value, Node.Mapping mapping) {
    var entries = new LinkedHashMap<>(mapping.entries());
    if (!value.equals(entries.get(field.key()))) {
      tagged(field).ifPresent(format -> entries.keySet().removeAll(format.constants()));
    }
    entries.put(field.key(), value);
    return new Node.Mapping(entries);
  }
}
