package io.github.icldynamics.descent;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.TaggedFormat;
import java.util.function.Function;

/**
 * Heavy-ball momentum: {@code v ← μ v + d, s ← s + η v}.
 *
 * @param mu μ, in [0, 1)
 */
public record Momentum(double mu) implements UpdateRule {
  static final Bounds SHARE = Bounds.halfOpen(0, 1);

  private static final Field<Momentum, Double> MU = share(Momentum::mu);

  static final TaggedFormat.Kind<Momentum> KIND =
      new TaggedFormat.Kind<>(
          "momentum",
          "heavy-ball momentum, v ← μv + d, s ← s + ηv",
          Momentum.class,
          RecordFormat.of(MU, Momentum::new));

  public Momentum {
    SHARE.require("momentum", mu);
  }

  /** The field of μ, for all methods that have a velocity. */
  static <E> Field<E, Double> share(Function<E, Double> mu) {
    return Field.of("momentum", Formats.real(SHARE), mu)
        .otherwise(0.9)
        .symbol("μ")
        .says("share of the last velocity that is kept");
  }

  @Override
  public Invariance invariance() {
    return Invariance.ROTATIONS;
  }

  @Override
  public int memoryPerWeight() {
    return 1;
  }

  @Override
  public void step(Step step) {
    for (int i = 0; i < step.weights().length; i++) {
      step.memory()[i] = mu * step.memory()[i] + step.direction()[i];
      step.weights()[i] += step.learningRate() * step.memory()[i];
    }
  }
}
