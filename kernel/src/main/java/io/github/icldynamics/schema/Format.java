package io.github.icldynamics.schema;

import java.util.function.Function;

/**
 * How values of one kind are written down: the way there, the way back, and what it looks like.
 * Complaints name the field by its path from the value.
 */
public interface Format<T> {
  /**
   * The value of a node.
   *
   * @throws InvalidInputException if it is none
   */
  T read(Node node);

  /** The node of a value, always the same one. */
  Node write(T value);

  /** What may be written. */
  Shape shape();

  /** The node with the fields replaced that options of the command line name. */
  default Node replace(Node node, Replacements replacements) {
    return node;
  }

  /** The same written down for values of another kind. */
  default <U> Format<U> as(Function<T, U> to, Function<U, T> from) {
    return new ConvertedFormat<>(this, to, from);
  }
}
