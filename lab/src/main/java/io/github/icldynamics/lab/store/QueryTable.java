package io.github.icldynamics.lab.store;

import io.github.icldynamics.analysis.Phase;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.run.ColumnRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;

/** The table of a large run's queries, a row each; what does not exist is empty. */
final class QueryTable {
  private static final List<String> PHASES = List.of("I", "II", "III", "IV");

  private static final String HEADER =
      "query,role,probability,log10_floor,outcome,convergence_tau,convergence_iterations,end_tau,"
          + "end_error,phase_1_end,phase_2_end,phase_3_end,phase_4_end\n";

  private final Experiment experiment;
  private final Appendable out;

  private QueryTable(Experiment experiment, Appendable out) {
    this.experiment = experiment;
    this.out = out;
  }

  /** Begins the table. */
  static QueryTable begin(Experiment experiment, Appendable out) throws IOException {
    out.append(HEADER);
    return new QueryTable(experiment, out);
  }

  /** Writes the row of a column. */
  void add(ColumnRecord column) throws IOException {
    var summary = column.summary();
    var cells = new ArrayList<String>();
    cells.add(Long.toString(summary.query()));
    cells.add(summary.role().title());
    cells.add(Double.toString(summary.probability()));
    cells.add(
        summary
            .floor()
            .map(floor -> floor.logarithm() / FastMath.log(10))
            .filter(Double::isFinite)
            .map(logarithm -> Double.toString(logarithm))
            .orElse(""));
    cells.add(summary.outcome().title());
    cells.add(text(summary.convergence()));
    cells.add(text(iterations(summary.convergence())));
    cells.add(Double.toString(summary.end()));
    cells.add(Double.toString(column.finalError()));
    PHASES.forEach(name -> cells.add(text(end(summary.phases(), name))));
    out.append(String.join(",", cells)).append('\n');
  }

  private OptionalDouble iterations(OptionalDouble tau) {
    return tau.isPresent()
        ? OptionalDouble.of(experiment.iterations(tau.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static OptionalDouble end(List<Phase> phases, String name) {
    return phases.stream()
        .filter(phase -> phase.name().equals(name))
        .mapToDouble(Phase::to)
        .findFirst();
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}
