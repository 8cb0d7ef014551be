package io.github.icldynamics.linearclassification.experiment;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;

/**
 * How well averages over points have to be known.
 *
 * @param standardError of W*, relative to each weight
 * @param seed of the points, the tasks and the prompts
 */
public record Accuracy(double standardError, long seed) {
  private static final Field<Accuracy, Double> STANDARD_ERROR =
      Field.of("standardError", Formats.real(Bounds.closed(1e-5, 1)), Accuracy::standardError)
          .otherwise(0.001)
          .says("of every weight of W*, relative to it, where it has to be sampled");

  private static final Field<Accuracy, Long> SEED =
      Field.of("seed", Formats.seed(), Accuracy::seed)
          .otherwise(1L)
          .says("of the points, the tasks and the prompts");

  static final RecordFormat<Accuracy> FORMAT = RecordFormat.of(STANDARD_ERROR, SEED, Accuracy::new);

  /** What is taken where nothing is given. */
  public static Accuracy usual() {
    return new Accuracy(0.001, 1);
  }
}
