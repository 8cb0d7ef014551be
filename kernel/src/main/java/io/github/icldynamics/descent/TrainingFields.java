package io.github.icldynamics.descent;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Format;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.TaggedFormat;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The fields that the training of every system has: their keys, options and bounds. What a system
 * takes if none is given, and what it says about it, is its own.
 */
public final class TrainingFields {
  /** Learning rates: far beyond any use, and far enough from overflow. */
  public static final Bounds LEARNING_RATES = Bounds.closed(1e-30, 1e30);

  private static final Bounds TIMES =
      Bounds.closed(0, 1e200).saying("must be auto or a time from 0 to 1e200");

  /** A method that takes steps does not get farther in days. */
  private static final double MOST_ITERATIONS = 1e12;

  private TrainingFields() {}

  /**
   * Refuses a time that would take a method that takes steps too many of them.
   *
   * @param field that gives the time
   * @param tau flow time to train to
   */
  public static void requireReachable(
      String field, MethodChoice method, double learningRate, double tau) {
    if (!method.isContinuous() && !(tau / learningRate <= MOST_ITERATIONS)) {
      throw new InvalidInputException(
          field,
          "must be at most %s, 1e12 iterations, for a method that takes steps, not %s; flow reaches any time"
              .formatted(MOST_ITERATIONS * learningRate, tau));
    }
  }

  /**
   * How the weights move.
   *
   * @param methods those of the system
   */
  public static <E> Field<E, MethodChoice> method(
      TaggedFormat<MethodChoice> methods, Function<E, MethodChoice> value) {
    return Field.of("method", methods, value).option(CommandOption.of("--method", "METHOD"));
  }

  /**
   * η.
   *
   * @param format numbers within {@link #LEARNING_RATES}, and what else the system takes
   */
  public static <E, T> Field<E, T> learningRate(Format<T> format, Function<E, T> value) {
    return Field.of("learningRate", format, value)
        .symbol("η")
        .option(CommandOption.of("--learning-rate", "η"));
  }

  /** Flow time to train to; empty, which is usual: to where the system says. */
  public static <E> Field<E, OptionalDouble> until(Function<E, OptionalDouble> value) {
    return Field.of("until", Formats.realOr("auto", TIMES), value)
        .otherwise(OptionalDouble.empty())
        .symbol("τ")
        .option(CommandOption.of("--until", "τ|auto"));
  }
}
