package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.descent.MethodChoice;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.TaggedFormat;
import io.github.icldynamics.softmaxregression.objective.StochasticDescent;

/**
 * Gradient descent on sampled prompts.
 *
 * @param batch prompts in a batch
 * @param seed equal seeds draw equal prompts
 */
public record SampledPrompts(long batch, long seed) implements MethodChoice {
  private static final Field<SampledPrompts, Long> BATCH =
      Field.of("batch", Formats.whole(Bounds.count(1, 1_000_000)), SampledPrompts::batch)
          .otherwise(256L)
          .unit("prompts")
          .says("prompts in a batch");

  private static final Field<SampledPrompts, Long> SEED =
      Field.of("seed", Formats.seed(), SampledPrompts::seed)
          .otherwise(1L)
          .says("equal seeds draw equal prompts");

  static final TaggedFormat.Kind<SampledPrompts> KIND =
      new TaggedFormat.Kind<>(
          "sgd",
          "gradient descent on sampled prompts with Gaussian tasks",
          SampledPrompts.class,
          RecordFormat.of(BATCH, SEED, SampledPrompts::new));

  @Override
  public TrainingMethod at(double learningRate, double usualTolerance) {
    return new StochasticDescent(learningRate, Math.toIntExact(batch), seed);
  }
}
