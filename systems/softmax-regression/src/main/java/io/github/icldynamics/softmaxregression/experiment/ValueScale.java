package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Format;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.softmaxregression.law.QueryColumn;

/**
 * The value scale ν of the layer.
 *
 * @param initial ν at τ = 0
 * @param trained whether it is trained with Q
 */
public record ValueScale(double initial, boolean trained) {
  private static final Field<ValueScale, Double> INITIAL =
      Field.of("initial", Formats.real(QueryColumn.VALUE_SCALES), ValueScale::initial)
          .otherwise(1.0)
          .symbol("ν")
          .says("ν at τ = 0");

  private static final Field<ValueScale, Boolean> TRAINED =
      Field.of("trained", Formats.truth(), ValueScale::trained)
          .otherwise(false)
          .says("whether ν is trained with Q");

  static final Format<ValueScale> FORMAT = RecordFormat.of(INITIAL, TRAINED, ValueScale::new);

  /** ν = 1, as in the paper. */
  public static ValueScale fixed() {
    return new ValueScale(1, false);
  }
}
