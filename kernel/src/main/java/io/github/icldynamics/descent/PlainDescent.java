package io.github.icldynamics.descent;

import io.github.icldynamics.schema.TaggedFormat;

/** Gradient descent: {@code s ← s + η d}. */
public record PlainDescent() implements UpdateRule {
  static final TaggedFormat.Kind<PlainDescent> KIND =
      TaggedFormat.Kind.single(
          "gd", "gradient descent, s ← s + ηd", PlainDescent.class, new PlainDescent());

  @Override
  public TrainingMethod at(double learningRate, double usualTolerance) {
    return new GradientDescent(learningRate);
  }

  @Override
  public boolean isGradientDescent() {
    return true;
  }

  @Override
  public Invariance invariance() {
    return Invariance.ROTATIONS;
  }

  @Override
  public void step(Step step) {
    for (int i = 0; i < step.weights().length; i++) {
      step.weights()[i] += step.learningRate() * step.direction()[i];
    }
  }
}
