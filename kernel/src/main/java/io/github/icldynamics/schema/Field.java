package io.github.icldynamics.schema;

import java.util.Optional;
import java.util.function.Function;

/**
 * A field of a record, declared once: what is read, written, described, offered as an option and
 * refused follows from it.
 *
 * @param <E> the record
 * @param <T> the field's values
 */
public final class Field<E, T> {
  private final String key;
  private final Format<T> format;
  private final Function<E, T> value;
  private final Default<T> otherwise;
  private final Shape.Notes notes;
  private final Optional<CommandOption> option;

  private Field(
      String key,
      Format<T> format,
      Function<E, T> value,
      Default<T> otherwise,
      Shape.Notes notes,
      Optional<CommandOption> option) {
    this.key = key;
    this.format = format;
    this.value = value;
    this.otherwise = otherwise;
    this.notes = notes;
    this.option = option;
  }

  /** What a field is if it is not given. */
  private sealed interface Default<T> {
    record Required<T>() implements Default<T> {}

    record Fixed<T>(T value) implements Default<T> {}

    record Derived<T>(Function<Values, T> value) implements Default<T> {}
  }

  /**
   * A field that must be given.
   *
   * @param key its name in a document
   * @param value where the record has it
   */
  public static <E, T> Field<E, T> of(String key, Format<T> format, Function<E, T> value) {
    return new Field<>(
        key,
        format,
        value,
        new Default.Required<>(),
        new Shape.Notes("", "", ""),
        Optional.empty());
  }

  /** The same with a value that it has if none is given. */
  public Field<E, T> otherwise(T fixed) {
    return new Field<>(key, format, value, new Default.Fixed<>(fixed), notes, option);
  }

  /** The same with a value that follows from other fields if none is given. */
  public Field<E, T> otherwiseFrom(Function<Values, T> derived) {
    return new Field<>(key, format, value, new Default.Derived<>(derived), notes, option);
  }

  /** The same with what it is, in a sentence. */
  public Field<E, T> says(String sentence) {
    return noted(new Shape.Notes(notes.symbol(), notes.unit(), sentence));
  }

  /** The same with the papers' letter for it. */
  public Field<E, T> symbol(String symbol) {
    return noted(new Shape.Notes(symbol, notes.unit(), notes.sentence()));
  }

  /** The same with its unit. */
  public Field<E, T> unit(String unit) {
    return noted(new Shape.Notes(notes.symbol(), unit, notes.sentence()));
  }

  private Field<E, T> noted(Shape.Notes other) {
    return new Field<>(key, format, value, otherwise, other, option);
  }

  /** The same, to be replaced by an option of the command line. */
  public Field<E, T> option(CommandOption option) {
    return new Field<>(key, format, value, otherwise, notes, Optional.of(option));
  }

  /** Its name in a document. */
  public String key() {
    return key;
  }

  Format<T> format() {
    return format;
  }

  Optional<CommandOption> option() {
    return option;
  }

  /** Its value in a record. */
  T of(E owner) {
    return value.apply(owner);
  }

  Node write(E owner) {
    return format.write(of(owner));
  }

  void read(Node node, Values values) {
    values.put(this, InvalidInputException.within(key, () -> format.read(node)));
  }

  /** Whether its value, if none is given, follows from those of other fields. */
  boolean isDerived() {
    return otherwise instanceof Default.Derived<T>;
  }

  /** Gives it the value that it has if none is given. */
  void fill(Values values) {
    switch (otherwise) {
      case Default.Required<T>() ->
          throw new InvalidInputException(key, "is required but not given");
      case Default.Fixed<T>(T fixed) -> values.put(this, fixed);
      case Default.Derived<T>(Function<Values, T> derived) ->
          values.put(this, derived.apply(values));
    }
  }

  Shape.Entry entry() {
    Optional<Node> fixed =
        otherwise instanceof Default.Fixed<T>(T given)
            ? Optional.of(format.write(given))
            : Optional.empty();
    boolean required = otherwise instanceof Default.Required<T>;
    return new Shape.Entry(key, format.shape(), fixed, required, notes, option);
  }
}
