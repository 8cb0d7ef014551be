package io.github.icldynamics.linearclassification.experiment;

import io.github.icldynamics.descent.MethodChoice;
import io.github.icldynamics.descent.Methods;
import io.github.icldynamics.descent.PlainDescent;
import io.github.icldynamics.descent.TrainingFields;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.TaggedFormat;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the layer is trained.
 *
 * @param method how the weights move
 * @param learningRate η; empty: the largest one that is proved never to overshoot
 * @param until flow time to train to; empty: until W has converged
 */
public record Training(MethodChoice method, OptionalDouble learningRate, OptionalDouble until) {
  static final TaggedFormat<MethodChoice> METHODS = Methods.format(List.of());

  private static final Field<Training, MethodChoice> METHOD =
      TrainingFields.method(METHODS, Training::method)
          .otherwise(new PlainDescent())
          .says("how the weights move along the negative gradient d of the population risk");

  private static final Field<Training, OptionalDouble> LEARNING_RATE =
      TrainingFields.learningRate(
              Formats.realOr("auto", TrainingFields.LEARNING_RATES), Training::learningRate)
          .otherwise(OptionalDouble.empty())
          .says("auto: 2/(c λ_max(H(0))), the largest that is proved never to overshoot");

  private static final Field<Training, OptionalDouble> UNTIL =
      TrainingFields.until(Training::until)
          .says("flow time to train to; auto: until ‖W − W*‖² has fallen by 10¹⁴");

  static final RecordFormat<Training> FORMAT =
      RecordFormat.of(METHOD, LEARNING_RATE, UNTIL, Training::new);

  public Training {
    double rate = learningRate.orElse(1);
    TrainingFields.requireReachable("until", method, rate, until.orElse(0));
  }

  /** Gradient descent until W has converged. */
  public static Training usual() {
    return new Training(new PlainDescent(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** The word for the method. */
  public String methodWord() {
    return METHODS.wordOf(method);
  }

  /** Whether every iteration is a step of gradient descent. */
  public boolean isGradientDescent() {
    return method.isGradientDescent();
  }
}
