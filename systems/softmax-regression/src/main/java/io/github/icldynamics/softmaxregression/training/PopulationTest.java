package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import java.util.OptionalDouble;

/**
 * What a run shows on another population than that it was trained on.
 *
 * @param target from where to where its error there goes
 * @param convergence the first flow time at which that error is at most the target
 */
public record PopulationTest(Target target, OptionalDouble convergence) {
  /**
   * The test of a run.
   *
   * @param other the population as the run's query sees it
   */
  public static PopulationTest of(ColumnRun run, QueryColumn other, Criterion criterion) {
    var trajectory = run.trajectory();
    var evaluators = ColumnEvaluators.of(other);
    double scale = trajectory.column().valueScale();
    var target =
        Target.of(criterion, evaluators.at(scale), trajectory.logitsAt(0), ErrorFloor.find(other));
    var convergence =
        target.error().isEmpty()
            ? OptionalDouble.empty()
            : timeTo(target.error().getAsDouble(), trajectory, evaluators);
    return new PopulationTest(target, convergence);
  }

  private static OptionalDouble timeTo(
      double error, ColumnTrajectory trajectory, ColumnEvaluators evaluators) {
    return trajectory.firstTime(
        (tau, now, logits) -> error - evaluators.at(now.column().valueScale()).loss(logits),
        0,
        LaplaceGrid.fullAccuracy());
  }
}
