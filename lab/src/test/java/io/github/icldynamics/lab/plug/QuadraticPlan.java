package io.github.icldynamics.lab.plug;

import static io.github.icldynamics.record.Column.real;
import static io.github.icldynamics.record.Column.text;
import static io.github.icldynamics.record.Column.whole;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.Fact;
import io.github.icldynamics.record.Landmark;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.system.Conclusion;
import io.github.icldynamics.system.Fragment;
import io.github.icldynamics.system.Part;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.Wanted;
import java.util.List;
import java.util.stream.LongStream;

/** A part for each seed. */
record QuadraticPlan(QuadraticExperiment experiment, Wanted wanted) implements RunPlan {
  @Override
  public List<Part> parts() {
    return LongStream.rangeClosed(1, experiment.seeds())
        .mapToObj(seed -> new Part("seed " + seed, 1, (workforce, progress) -> make(seed)))
        .toList();
  }

  private Fragment make(long seed) {
    var run = experiment.run(seed);
    var objective = new QuadraticObjective(experiment.condition(), 0, seed);
    var rows = tables().getFirst().begin();
    for (double tau : run.knots().toArray()) {
      double loss = objective.descend(tau, run.weightsAt(tau).toArray(), new double[2]);
      rows.whole(seed).real(tau).real(loss).text(run.outcome().ending().name());
    }
    return Fragment.of(List.of(rows.table()));
  }

  @Override
  public List<TableForm> tables() {
    return List.of(
        TableForm.of(
            "losses",
            "a run at a time",
            whole("seed", "of the run"),
            real("tau", "the flow time"),
            real("loss", "at it"),
            text("ending", "how the run ended")));
  }

  @Override
  public Conclusion conclude(List<Table> tables) {
    var losses = tables.getFirst();
    var worst =
        losses
            .rows()
            .mapToObj(row -> Ending.valueOf(losses.text("ending", row)))
            .reduce(Ending.CONVERGED, Ending::worse);
    int last = losses.size() - 1;
    return new Conclusion(
        worst,
        worst == Ending.CONVERGED,
        List.of(Fact.exact("loss", losses.real("loss", last), "of the last run at its end")),
        List.of(new Landmark("end", losses.real("tau", last), "the last run ends")));
  }
}
