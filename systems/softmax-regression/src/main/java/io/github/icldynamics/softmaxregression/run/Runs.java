package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.Wanted;

/** How an experiment is carried out: as a whole where it fits into memory, else by columns. */
public final class Runs {
  private Runs() {}

  /**
   * The plan of a run.
   *
   * @throws InvalidInputException if states at given times are wanted of a run by columns
   */
  public static RunPlan of(Experiment experiment, Wanted wanted) {
    var size = RunSize.of(experiment);
    if (!size.isLarge()) {
      return new WholeRun(experiment, wanted);
    }
    if (!wanted.times().isEmpty()) {
      throw new InvalidInputException(
          "times",
          "is for runs of up to "
              + Experiment.MANY_WEIGHTS
              + " weights, and this one has "
              + size.weights()
              + "; choose queries with --query");
    }
    return new ColumnwiseRun(experiment, size, wanted);
  }
}
