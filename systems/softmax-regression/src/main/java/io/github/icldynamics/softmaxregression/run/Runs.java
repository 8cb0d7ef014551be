package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.descent.TrainingFields;
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
   * @throws InvalidInputException if states at given times, or a test, are wanted of a run by
   *     columns
   */
  public static RunPlan of(Experiment experiment, Wanted wanted) {
    var training = experiment.training();
    for (double tau : wanted.times()) {
      TrainingFields.requireReachable("times", training.method(), training.learningRate(), tau);
    }
    var size = RunSize.of(experiment);
    if (!size.isLarge()) {
      return new WholeRun(experiment, wanted);
    }
    if (!wanted.times().isEmpty()) {
      throw tooLargeFor("times", size);
    }
    if (experiment.test().isPresent()) {
      throw tooLargeFor("test", size);
    }
    return new ColumnwiseRun(experiment, experiment.layerPlan(), size, wanted);
  }

  private static InvalidInputException tooLargeFor(String field, RunSize size) {
    return new InvalidInputException(
        field,
        "is for runs of up to %s weights, and this one has %s; choose queries with --query"
            .formatted(Experiment.MANY_WEIGHTS, size.weights()));
  }
}
