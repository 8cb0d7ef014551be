package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.Watch;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.softmaxregression.objective.LayerObjective;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** All columns of a layer trained together, until every error has come down to its target. */
final class CoupledTraining {
  private final LayerPlan layer;
  private final TrainingPlan plan;
  private final TokenLaw law;
  private final Watch watch;
  private final List<QueryColumn> columns = new ArrayList<>();
  private final List<Vector> starts = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();

  /**
   * @param watch told the greatest excess error of a query
   */
  CoupledTraining(LayerPlan layer, Watch watch) {
    this.layer = layer;
    this.plan = layer.plan();
    this.law = plan.tokenLaw();
    this.watch = watch;
    for (int group = 0; group < law.groups().size(); group++) {
      long first = law.firstFeature(group);
      columns.add(layer.column(first));
      starts.add(layer.initial().column(columns.getLast(), first));
    }
    var floors = floors();
    for (int group = 0; group < columns.size(); group++) {
      targets.add(layer.target(law.firstFeature(group), starts.get(group), floors.get(group)));
    }
  }

  private List<Optional<ErrorFloor>> floors() {
    if (!layer.trainsValueScale()) {
      return columns.stream().map(column -> ErrorFloor.find(column, layer.coupling())).toList();
    }
    double[] weights = new double[columns.size()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = columns.get(k).queryWeight() * law.groups().get(k).count();
    }
    return ErrorFloor.ofTrainedScale(columns, weights, layer.coupling())
        .map(all -> all.stream().map(Optional::of).toList())
        .orElseGet(() -> Collections.nCopies(columns.size(), Optional.empty()));
  }

  /** Trains, and gives the columns of some queries. */
  List<ColumnRun> columns(List<Long> queries) {
    var errors = targets.stream().mapToDouble(target -> target.error().orElse(0)).toArray();
    var objective =
        new LayerObjective(
            law,
            columns,
            layer.coupling(),
            layer.trainsValueScale(),
            Vector.of(errors),
            plan.grid());
    var trajectory = plan.method().follow(excess().over(objective), Vector.copyOf(state()), goal());
    return queries.stream()
        .map(
            query -> {
              int group = law.groupOf(query);
              var column = new ColumnTrajectory(objective, trajectory, group);
              return layer.shown(query, targets.get(group), column);
            })
        .toList();
  }

  /** The objective's value is what is above the targets. */
  private Watch excess() {
    double allowed =
        IntStream.range(0, columns.size())
            .mapToDouble(k -> targets.get(k).excess(columns.get(k)))
            .max()
            .orElseThrow();
    return (tau, above) -> watch.at(tau, above + allowed);
  }

  /** The logits of all columns, then ν if it is trained. */
  private List<Double> state() {
    var state = new ArrayList<Double>();
    for (var start : starts) {
      for (double logit : start.toArray()) {
        state.add(logit);
      }
    }
    if (layer.trainsValueScale()) {
      state.add(layer.valueScale());
    }
    return state;
  }

  /** To bring every error down to its target, if all have one that they can come down to. */
  private Goal goal() {
    double horizon = 0;
    for (int k = 0; k < columns.size(); k++) {
      horizon = Math.max(horizon, plan.horizon(columns.get(k), targets.get(k), layer.slowdown()));
    }
    boolean canBeMet =
        targets.stream().allMatch(target -> target.error().isPresent() && !target.isBelowFloor());
    return plan.goal(horizon, canBeMet ? OptionalDouble.of(0) : OptionalDouble.empty());
  }
}
