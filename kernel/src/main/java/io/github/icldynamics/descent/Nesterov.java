package io.github.icldynamics.descent;

import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.TaggedFormat;

/**
 * Nesterov's momentum in the form in which d is taken at s itself: {@code v ← μ v + d, s ← s + η (d
 * + μ v)}.
 *
 * @param mu μ, in [0, 1)
 */
public record Nesterov(double mu) implements UpdateRule {
  private static final Field<Nesterov, Double> MU = Momentum.share(Nesterov::mu);

  static final TaggedFormat.Kind<Nesterov> KIND =
      new TaggedFormat.Kind<>(
          "nesterov",
          "Nesterov, v ← μv + d, s ← s + η(d + μv)",
          Nesterov.class,
          RecordFormat.of(MU, Nesterov::new));

  public Nesterov {
    Momentum.SHARE.require("momentum", mu);
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
      step.weights()[i] += step.learningRate() * (step.direction()[i] + mu * step.memory()[i]);
    }
  }
}
