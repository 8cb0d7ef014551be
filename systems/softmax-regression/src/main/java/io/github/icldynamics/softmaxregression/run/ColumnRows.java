package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.law.GroupRole;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.ColumnState;
import io.github.icldynamics.softmaxregression.training.Phase;
import io.github.icldynamics.softmaxregression.training.PopulationTest;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** What a column's run shows, as rows of tables. */
record ColumnRows(Experiment experiment, ColumnRun run) {
  private static final List<String> PHASES = List.of("I", "II", "III", "IV");
  private static final Phase.Threshold NO_THRESHOLD =
      new Phase.Threshold("", "", Double.NaN, OptionalDouble.empty());

  private QueryColumn column() {
    return run.trajectory().column();
  }

  /**
   * Writes the row of {@link Forms#QUERIES}.
   *
   * @param end the state at the end of its own run
   */
  void putQuery(ColumnState end, TableBuilder rows) {
    var law = experiment.law();
    var column = column();
    double convergence = run.convergence().orElse(Double.NaN);
    rows.whole(run.query())
        .text(run.role().title())
        .real(column.queryProbability())
        .real(log10Floor())
        .text(run.ending().title())
        .real(convergence)
        .real(experiment.iterations(convergence))
        .real(run.outcome().tau())
        .real(end.value().loss());
    PHASES.forEach(name -> rows.real(end(name)));
    rows.whole(law.groups().get(law.groupOf(run.query())).count())
        .text(run.outcome().sentence())
        .real(run.floor().map(ErrorFloor::logarithm).orElse(Double.NaN))
        .whole(column.query())
        .whole(column.competitor())
        .real(run.target().initialError())
        .text(run.floor().map(floor -> floor.by().title()).orElse(""))
        .real(run.target().error().orElse(Double.NaN))
        .real(run.target().shareOfReducible().orElse(Double.NaN))
        .real(end.valueScale())
        .real(new TestErrors(experiment, run.query()).of(end));
    var test =
        experiment
            .testColumn(run.query())
            .map(other -> PopulationTest.of(run, other, experiment.training().criterion()));
    rows.real(
            test.flatMap(tested -> tested.target().floor())
                .map(ErrorFloor::logarithm)
                .orElse(Double.NaN))
        .real(test.map(tested -> tested.convergence().orElse(Double.NaN)).orElse(Double.NaN));
  }

  /** Long prompts make the floor too small for a double; its logarithm tells it all the same. */
  private double log10Floor() {
    return run.floor()
        .map(floor -> floor.logarithm() / FastMath.log(10))
        .filter(Double::isFinite)
        .orElse(Double.NaN);
  }

  private double end(String phase) {
    return run.phases().stream()
        .filter(each -> each.name().equals(phase))
        .mapToDouble(Phase::to)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Writes the rows of {@link Forms#GROUPS}. */
  void putGroups(TableBuilder rows) {
    for (int group = 0; group < column().size(); group++) {
      var members = column().groups().get(group);
      rows.whole(run.query()).whole(group).real(members.probability()).whole(members.count());
      rows.text(GroupRole.of(column(), group).title()).whole(column().rank(group));
    }
  }

  /** Writes the rows of {@link Forms#PHASES}. */
  void putPhases(TableBuilder rows) {
    for (var phase : run.phases()) {
      rows.whole(run.query()).text(phase.name()).real(phase.from()).real(phase.to());
      var threshold = phase.threshold().orElse(NO_THRESHOLD);
      rows.text(phase.why()).text(threshold.weight()).text(threshold.bound());
      rows.real(threshold.value()).real(threshold.tau().orElse(Double.NaN));
    }
  }

  /**
   * Writes the rows of {@link Forms#TRAJECTORY}.
   *
   * @param groups those that are kept, in their order
   */
  void putTrajectory(List<ColumnState> states, IntStream groups, TableBuilder rows) {
    int[] kept = groups.toArray();
    var test = new TestErrors(experiment, run.query());
    for (var state : states) {
      double testError = test.of(state);
      for (int group : kept) {
        rows.whole(run.query()).real(state.tau()).real(experiment.iterations(state.tau()));
        rows.real(state.value().loss()).real(testError).real(state.valueScale());
        putGroup(state, group, rows);
      }
    }
  }

  /** Writes the rows of {@link Forms#STATES} for some states. */
  void putStates(List<ColumnState> states, TableBuilder rows) {
    var test = new TestErrors(experiment, run.query());
    for (var state : states) {
      double testError = test.of(state);
      for (int group = 0; group < column().size(); group++) {
        rows.whole(run.query()).real(state.tau()).real(state.value().loss());
        rows.real(testError).real(state.valueScale());
        putGroup(state, group, rows);
      }
    }
  }

  private static void putGroup(ColumnState state, int group, TableBuilder rows) {
    rows.whole(group)
        .real(state.logits().get(group))
        .real(state.value().meanAttention().get(group))
        .real(state.value().descent().get(group));
  }
}
