package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.descent.FlowChoice;
import io.github.icldynamics.descent.MethodChoice;
import io.github.icldynamics.descent.Methods;
import io.github.icldynamics.descent.TrainingFields;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.TaggedFormat;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the layer is trained.
 *
 * @param method how the logits move
 * @param learningRate η
 * @param epsilon ε, the excess error at which a query has converged
 * @param until flow time to train to; empty: until every query has converged
 */
public record Training(
    MethodChoice method, double learningRate, double epsilon, OptionalDouble until) {
  private static final TaggedFormat<MethodChoice> METHODS =
      Methods.format(List.of(SampledPrompts.KIND));

  /** How the logits move. */
  public static final Field<Training, MethodChoice> METHOD =
      TrainingFields.method(METHODS, Training::method)
          .otherwise(FlowChoice.usual())
          .says("how the logits move along the descent direction d");

  /** η. */
  public static final Field<Training, Double> LEARNING_RATE =
      TrainingFields.learningRate(
              Formats.real(TrainingFields.LEARNING_RATES), Training::learningRate)
          .otherwise(1.0)
          .says("the iterations of a flow are τ/η");

  /** ε. */
  public static final Field<Training, Double> EPSILON =
      Field.of("epsilon", Formats.real(Bounds.positive()), Training::epsilon)
          .otherwise(0.01)
          .symbol("ε")
          .says("a query has converged at L_k ≤ L_k* + ε")
          .option(CommandOption.of("--epsilon", "ε"));

  /** Flow time to train to. */
  public static final Field<Training, OptionalDouble> UNTIL =
      TrainingFields.until(Training::until)
          .says("flow time to train to; auto: to convergence, or to rest where no L_k* is defined");

  static final RecordFormat<Training> FORMAT =
      RecordFormat.of(METHOD, LEARNING_RATE, EPSILON, UNTIL, Training::new);

  /** The gradient flow until ε = 0.01. */
  public static Training usual() {
    return new Training(FlowChoice.usual(), 1, 0.01, OptionalDouble.empty());
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
