package io.github.icldynamics.descent;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.TaggedFormat;
import java.util.OptionalDouble;

/**
 * The gradient flow; the learning rate only sets the scale of the iterations.
 *
 * @param tolerance of one step; empty: the usual one of the system
 */
public record FlowChoice(OptionalDouble tolerance) implements MethodChoice {
  private static final Field<FlowChoice, OptionalDouble> TOLERANCE =
      Field.of(
              "tolerance",
              Formats.realOr("auto", Bounds.closed(1e-14, 1e-2)),
              FlowChoice::tolerance)
          .otherwise(OptionalDouble.empty())
          .says("of one step of the flow");

  static final TaggedFormat.Kind<FlowChoice> KIND =
      new TaggedFormat.Kind<>(
          "flow",
          "gradient flow, dW/dτ = d: descent with small steps",
          FlowChoice.class,
          RecordFormat.of(TOLERANCE, FlowChoice::new));

  /** The flow at the usual tolerance. */
  public static FlowChoice usual() {
    return new FlowChoice(OptionalDouble.empty());
  }

  @Override
  public boolean isContinuous() {
    return true;
  }

  @Override
  public MethodChoice atTolerance(double other) {
    return new FlowChoice(OptionalDouble.of(other));
  }

  @Override
  public TrainingMethod at(double learningRate, double usualTolerance) {
    return new GradientFlow(tolerance.orElse(usualTolerance));
  }
}
