package io.github.icldynamics.descent;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.TaggedFormat;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.hipparchus.util.FastMath;

/**
 * Adam (Kingma and Ba, 2015) with bias correction: {@code m ← β₁ m + (1 − β₁) d, v ← β₂ v + (1 −
 * β₂) d², s ← s + η m̂/(√v̂ + ε), m̂ = m/(1 − β₁^t), v̂ = v/(1 − β₂^t)}.
 *
 * @param beta1 β₁, in [0, 1)
 * @param beta2 β₂, in [0, 1)
 * @param smallest ε, from 10⁻³⁰⁰ to 1
 */
public record Adam(double beta1, double beta2, double smallest) implements UpdateRule {
  private static final Bounds SHARE = Bounds.halfOpen(0, 1);
  static final Bounds SMALLEST_BOUNDS = Bounds.closed(1e-300, 1);

  private static final Field<Adam, Double> BETA1 =
      Field.of("beta1", Formats.real(SHARE), Adam::beta1)
          .otherwise(0.9)
          .symbol("β₁")
          .says("of the mean of directions");

  private static final Field<Adam, Double> BETA2 =
      Field.of("beta2", Formats.real(SHARE), Adam::beta2)
          .otherwise(0.999)
          .symbol("β₂")
          .says("of the mean of their squares");

  private static final Field<Adam, Double> SMALLEST = smallest("adamEpsilon", Adam::smallest);

  static final TaggedFormat.Kind<Adam> KIND =
      new TaggedFormat.Kind<>(
          "adam",
          "Adam with bias correction",
          Adam.class,
          RecordFormat.of(BETA1, BETA2, SMALLEST, Adam::new));

  public Adam {
    SHARE.require("beta1", beta1);
    SHARE.require("beta2", beta2);
    SMALLEST_BOUNDS.require("adamEpsilon", smallest);
  }

  /** The field of ε, for all methods that divide by a root of a mean square. */
  static <E> Field<E, Double> smallest(String key, Function<E, Double> epsilon) {
    return Field.of(key, Formats.real(SMALLEST_BOUNDS), epsilon)
        .otherwise(1e-8)
        .symbol("ε")
        .says("added to the root of the mean square");
  }

  @Override
  public Invariance invariance() {
    return Invariance.COORDINATES;
  }

  @Override
  public int memoryPerWeight() {
    return 2;
  }

  @Override
  public void step(Step step) {
    int size = step.weights().length;
    double first = 1 - FastMath.pow(beta1, (double) step.count());
    double second = 1 - FastMath.pow(beta2, (double) step.count());
    for (int i = 0; i < size; i++) {
      double d = step.direction()[i];
      step.memory()[i] = beta1 * step.memory()[i] + (1 - beta1) * d;
      step.memory()[size + i] = beta2 * step.memory()[size + i] + (1 - beta2) * d * d;
      double root = FastMath.sqrt(step.memory()[size + i] / second) + smallest;
      step.weights()[i] += step.learningRate() * (step.memory()[i] / first) / root;
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
