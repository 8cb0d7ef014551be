package io.github.icldynamics.descent;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.TaggedFormat;
import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;

/**
 * RMSProp (Tieleman and Hinton, 2012): {@code v ← ρ v + (1 − ρ) d², s ← s + η d/(√v + ε)}.
 *
 * @param rho ρ, in [0, 1)
 * @param smallest ε, from 10⁻³⁰⁰ to 1
 */
public record RmsProp(double rho, double smallest) implements UpdateRule {
  private static final Bounds SHARE = Bounds.halfOpen(0, 1);

  private static final Field<RmsProp, Double> RHO =
      Field.of("rho", Formats.real(SHARE), RmsProp::rho)
          .otherwise(0.99)
          .symbol("ρ")
          .says("share of the last mean square that is kept");

  private static final Field<RmsProp, Double> SMALLEST =
      Adam.smallest("rmspropEpsilon", RmsProp::smallest);

  static final TaggedFormat.Kind<RmsProp> KIND =
      new TaggedFormat.Kind<>(
          "rmsprop",
          "RMSProp, v ← ρv + (1 − ρ)d², s ← s + ηd/(√v + ε)",
          RmsProp.class,
          RecordFormat.of(RHO, SMALLEST, RmsProp::new));

  public RmsProp {
    SHARE.require("rho", rho);
    Adam.SMALLEST_BOUNDS.require("rmspropEpsilon", smallest);
  }

  @Override
  public Invariance invariance() {
    return Invariance.COORDINATES;
  }

  @Override
  public int memoryPerWeight() {
    return 1;
  }

  @Override
  public void step(Step step) {
    for (int i = 0; i < step.weights().length; i++) {
      double d = step.direction()[i];
      step.memory()[i] = rho * step.memory()[i] + (1 - rho) * d * d;
      double root = FastMath.sqrt(step.memory()[i]) + smallest;
      step.weights()[i] += step.learningRate() * d / root;
    }
  }

  @Override
  public boolean hasFlowTime() {
    return false;
  }

  @Override
  public OptionalDouble denominatorFloor() {
    return OptionalDouble.of(smallest);
  }
}
