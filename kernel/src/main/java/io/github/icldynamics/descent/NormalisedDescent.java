package io.github.icldynamics.descent;

import io.github.icldynamics.schema.TaggedFormat;
import org.hipparchus.util.FastMath;

/** Normalised descent: {@code s ← s + η d/‖d‖}, the norm taken over all that is trained. */
public record NormalisedDescent() implements UpdateRule {
  static final TaggedFormat.Kind<NormalisedDescent> KIND =
      TaggedFormat.Kind.single(
          "normalized",
          "normalized descent, s ← s + ηd/‖d‖ with the norm of the whole layer",
          NormalisedDescent.class,
          new NormalisedDescent());

  @Override
  public Invariance invariance() {
    return Invariance.WHOLE_LAYER;
  }

  @Override
  public void step(Step step) {
    double largest = Iteration.maximumNorm(step.direction());
    if (largest == 0) {
      return;
    }
    double sum = 0;
    for (int i = 0; i < step.weights().length; i++) {
      double scaled = step.direction()[i] / largest;
      sum += step.multiplicity()[i] * scaled * scaled;
    }
    double rate = step.learningRate() / FastMath.sqrt(sum);
    for (int i = 0; i < step.weights().length; i++) {
      step.weights()[i] += rate * (step.direction()[i] / largest);
    }
  }

  @Override
  public boolean hasFlowTime() {
    return false;
  }
}
