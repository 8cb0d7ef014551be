package io.github.icldynamics.schema;

import java.util.function.Supplier;

/**
 * Input that cannot be used, told as one sentence: the field, what was given, what is allowed.
 *
 * <p>The field is a path such as {@code tokenLaw.imbalanced.dominant}; whoever reads a nested input
 * puts the outer part of the path in front with {@link #under} or {@link #within}.
 */
public final class InvalidInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;

  /**
   * @param field the path of the field, possibly empty
   * @param problem how the sentence goes on, e.g. {@code must be at least 1, not 0}
   */
  public InvalidInputException(String field, String problem) {
    super((field + " " + problem).strip());
    this.field = field;
    this.problem = problem;
  }

  /** The path of the field that is wrong; empty if it is the input as a whole. */
  public String field() {
    return field;
  }

  /** What is made of an input; problems with it are told with their path continued from a field. */
  public static <T> T within(String outer, Supplier<T> construction) {
    try {
      return construction.get();
    } catch (InvalidInputException e) {
      throw e.under(outer);
    }
  }

  /** The same problem, its field's path continued from {@code outer}. */
  public InvalidInputException under(String outer) {
    return renamed(field.isEmpty() || field.startsWith("[") ? outer + field : outer + "." + field);
  }

  /** The same with more at the end of the sentence. */
  public InvalidInputException saying(String more) {
    var other = new InvalidInputException(field, problem + " " + more);
    other.initCause(this);
    return other;
  }

  /** The same problem under another name of the field. */
  public InvalidInputException renamed(String name) {
    var other = new InvalidInputException(name, problem);
    other.initCause(this);
    return other;
  }
}
