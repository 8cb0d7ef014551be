package io.github.icldynamics.descent;

import io.github.icldynamics.schema.TaggedFormat;
import org.hipparchus.util.FastMath;

/** Sign descent: {@code s ← s + η sign d}. */
public record SignDescent() implements UpdateRule {
  static final TaggedFormat.Kind<SignDescent> KIND =
      TaggedFormat.Kind.single(
          "signgd", "sign descent, s ← s + η sign d", SignDescent.class, new SignDescent());

  @Override
  public Invariance invariance() {
    return Invariance.COORDINATES;
  }

  @Override
  public void step(Step step) {
    for (int i = 0; i < step.weights().length; i++) {
      step.weights()[i] += step.learningRate() * FastMath.signum(step.direction()[i]);
    }
  }

  @Override
  public boolean hasFlowTime() {
    return false;
  }
}
