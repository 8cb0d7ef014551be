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
      String most = "is for runs of up to " + Experiment.MANY_WEIGHTS + " weights";
      String given = "this one has " + size.weights() + "; choose queries with --query";
      throw new InvalidInputException("times", most + ", and " + given);
    }
    return new ColumnwiseRun(experiment, experiment.layerPlan(), size, wanted);
  }
}
