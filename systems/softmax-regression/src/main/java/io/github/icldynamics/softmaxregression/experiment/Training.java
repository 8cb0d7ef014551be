package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.descent.FlowChoice;
import io.github.icldynamics.descent.MethodChoice;
import io.github.icldynamics.descent.Methods;
import io.github.icldynamics.descent.TrainingFields;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.TaggedFormat;
import io.github.icldynamics.softmaxregression.training.Criterion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the layer is trained.
 *
 * @param method how the logits move
 * @param learningRate η
 * @param epsilon ε, the excess error at which a query has converged, if nothing else is given
 * @param converged what else a query has converged at: a level, or a share of what can be learned
 * @param until flow time to train to; empty: until every query has converged
 */
public record Training(
    MethodChoice method,
    double learningRate,
    double epsilon,
    Optional<Criterion> converged,
    OptionalDouble until) {
  private static final double USUAL_EPSILON = 0.01;

  private static final TaggedFormat<MethodChoice> METHODS =
      Methods.format(List.of(SampledPrompts.KIND));

  /** How the logits move. */
  public static final Field<Training, MethodChoice> METHOD =
      TrainingFields.method(METHODS, Training::method)
          .otherwise(FlowChoice.usual())
          .says("how the logits move along the negative gradient d");

  /** η. */
  public static final Field<Training, Double> LEARNING_RATE =
      TrainingFields.learningRate(
              Formats.real(TrainingFields.LEARNING_RATES), Training::learningRate)
          .otherwise(1.0)
          .says("the iterations of a flow are τ/η");

  /** ε. */
  public static final Field<Training, Double> EPSILON =
      Field.of("epsilon", Formats.real(Bounds.positive()), Training::epsilon)
          .otherwise(USUAL_EPSILON)
          .symbol("ε")
          .says("a query has converged at L_k ≤ L_k* + ε")
          .option(CommandOption.of("--epsilon", "ε"));

  /** What else a query has converged at. */
  public static final Field<Training, Optional<Criterion>> CONVERGED =
      Field.of("converged", Formats.optional("epsilon", Criterion.FORMAT), Training::converged)
          .otherwise(Optional.empty())
          .says("another condition for a query to have converged, instead of epsilon")
          .option(CommandOption.entry("--converged", "below|excess|share=VALUE"));

  /** Flow time to train to. */
  public static final Field<Training, OptionalDouble> UNTIL =
      TrainingFields.until(Training::until)
          .says(
              "flow time to train to; auto: to convergence, or to rest where no L_k* is computed");

  static final RecordFormat<Training> FORMAT =
      RecordFormat.of(METHOD, LEARNING_RATE, EPSILON, CONVERGED, UNTIL, Training::of);

  /** An excess that is written as a condition is the same as epsilon, and equal to it. */
  private static Training of(
      MethodChoice method,
      double learningRate,
      double epsilon,
      Optional<Criterion> converged,
      OptionalDouble until) {
    if (converged.isPresent() && epsilon != USUAL_EPSILON) {
      throw new InvalidInputException(
          "epsilon",
          "must not be given beside converged, which takes its place, but is " + epsilon);
    }
    return converged.orElse(null) instanceof Criterion.Excess(double excess)
        ? new Training(method, learningRate, excess, Optional.empty(), until)
        : new Training(method, learningRate, epsilon, converged, until);
  }

  /** The gradient flow until ε = 0.01. */
  public static Training usual() {
    return new Training(
        FlowChoice.usual(), 1, USUAL_EPSILON, Optional.empty(), OptionalDouble.empty());
  }

  /** When a query has converged. */
  public Criterion criterion() {
    return converged.orElseGet(() -> new Criterion.Excess(epsilon));
  }

  /** The same with another value of a field. */
  public <T> Training with(Field<Training, T> field, T value) {
    return FORMAT.with(this, new RecordFormat.Change<>(field, value));
  }

  /** The word for the method. */
  public String methodWord() {
    return METHODS.wordOf(method);
  }
}
