package io.github.icldynamics.lab.plug;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.MethodChoice;
import io.github.icldynamics.descent.Methods;
import io.github.icldynamics.descent.PlainDescent;
import io.github.icldynamics.descent.TrainingFields;
import io.github.icldynamics.descent.Trajectory;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.RecordFormat;
import java.util.List;

/** Descent with η = 0.1 on a quadratic of two weights from (1, 1), a run for each seed. */
record QuadraticExperiment(
    double condition, double noise, long seeds, MethodChoice method, double until) {
  private static final Field<QuadraticExperiment, Double> CONDITION =
      Field.of("condition", Formats.real(Bounds.closed(1, 1e6)), QuadraticExperiment::condition)
          .symbol("κ")
          .says("ratio of the curvatures");
  private static final Field<QuadraticExperiment, Double> NOISE =
      Field.of("noise", Formats.real(Bounds.closed(0, 1e3)), QuadraticExperiment::noise)
          .otherwise(0.0)
          .says("standard deviation of an entry of the gradient");
  private static final Field<QuadraticExperiment, Long> SEEDS =
      Field.of("seeds", Formats.whole(Bounds.count(1, 99)), QuadraticExperiment::seeds)
          .says("how many runs there are");
  private static final Field<QuadraticExperiment, MethodChoice> METHOD =
      TrainingFields.method(Methods.format(List.of()), QuadraticExperiment::method)
          .otherwise(new PlainDescent())
          .says("how the weights move");
  private static final Field<QuadraticExperiment, Double> UNTIL =
      Field.of("until", Formats.real(Bounds.closed(0, 1e6)), QuadraticExperiment::until)
          .otherwise(1e3)
          .says("flow time after which a run is given up")
          .option(CommandOption.of("--until", "τ"));

  static final RecordFormat<QuadraticExperiment> FORMAT =
      RecordFormat.of(CONDITION, NOISE, SEEDS, METHOD, UNTIL, QuadraticExperiment::new);

  QuadraticExperiment {
    if (noise > 0 && method.isContinuous()) {
      throw new InvalidInputException("noise", "must be 0 with the method flow, not " + noise);
    }
  }

  Trajectory run(long seed) {
    var objective = new QuadraticObjective(condition, noise, seed);
    var goal = new Goal.Converge(1e-6, until);
    return method.at(0.1, 1e-9).follow(objective, Vector.of(1, 1), goal);
  }
}
