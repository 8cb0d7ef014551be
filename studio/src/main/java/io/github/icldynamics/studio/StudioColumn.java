package io.github.icldynamics.studio;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.ColumnState;
import io.github.icldynamics.softmaxregression.training.ErrorLaw;
import io.github.icldynamics.softmaxregression.training.Phase;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;

/** One query's column as the page reads it; what does not exist is NaN. */
public final class StudioColumn {
  private final ColumnRun run;
  private final QueryColumn column;
  private final List<ColumnState> states;
  private final List<StudioLaw> laws;

  StudioColumn(Experiment experiment, ColumnRun run, List<Double> times, LaplaceGrid grid) {
    this.run = run;
    this.column = run.trajectory().column();
    this.states = run.states(reached(run, times), grid);
    this.laws =
        ErrorLaw.of(experiment.layerPlan(), column).stream()
            .map(law -> new StudioLaw(law, experiment.training().epsilon()))
            .toList();
  }

  /** The times within the run: one that got stuck ends before the others. */
  private static List<Double> reached(ColumnRun run, List<Double> times) {
    return times.stream().filter(tau -> run.trajectory().reaches(tau)).toList();
  }

  /** The feature, counted from 0. */
  @JSExport
  @JSProperty
  public double getQuery() {
    return run.query();
  }

  /** dominant, under-represented or balanced. */
  @JSExport
  @JSProperty
  public String getRole() {
    return run.role().title();
  }

  /** p_k. */
  @JSExport
  @JSProperty
  public double getProbability() {
    return column.queryProbability();
  }

  /** The query's own group. */
  @JSExport
  @JSProperty
  public int getOwn() {
    return column.query();
  }

  /** The group that competes most with it. */
  @JSExport
  @JSProperty
  public int getCompetitor() {
    return column.competitor();
  }

  /** The probabilities of one member of each group. */
  @JSExport
  public double[] groupProbabilities() {
    return column.groups().stream().mapToDouble(FeatureGroup::probability).toArray();
  }

  /** The groups' numbers of members. */
  @JSExport
  public double[] groupCounts() {
    return column.groups().stream().mapToDouble(FeatureGroup::count).toArray();
  }

  /** L_k*. */
  @JSExport
  @JSProperty
  public double getFloor() {
    return floor(ErrorFloor::value);
  }

  /** log₁₀ L_k*: L_k* itself underflows for long prompts. */
  @JSExport
  @JSProperty
  public double getFloorLog10() {
    return floor(floor -> floor.logarithm() / FastMath.log(10));
  }

  private double floor(ToDoubleFunction<ErrorFloor> value) {
    return run.floor().isPresent() ? value.applyAsDouble(run.floor().get()) : Double.NaN;
  }

  /** The flow time at which {@code L_k ≤ L_k* + ε}. */
  @JSExport
  @JSProperty
  public double getConvergence() {
    return run.convergence().orElse(Double.NaN);
  }

  /** converged, stationary, budget-exhausted or stuck. */
  @JSExport
  @JSProperty
  public String getOutcome() {
    return run.ending().title();
  }

  /** How it ended, in words. */
  @JSExport
  @JSProperty
  public String getSentence() {
    return run.outcome().sentence();
  }

  /** How many phases there are. */
  @JSExport
  @JSProperty
  public int getPhaseCount() {
    return run.phases().size();
  }

  /** I, II, III or IV. */
  @JSExport
  public String phaseName(int phase) {
    return run.phases().get(phase).name();
  }

  /** What ends a phase, in words. */
  @JSExport
  public String phaseEnd(int phase) {
    return run.phases().get(phase).why();
  }

  /** The flow times at which the phases begin. */
  @JSExport
  public double[] phasesFrom() {
    return run.phases().stream().mapToDouble(Phase::from).toArray();
  }

  /** The flow times at which they end. */
  @JSExport
  public double[] phasesTo() {
    return run.phases().stream().mapToDouble(Phase::to).toArray();
  }

  /** L_k at each time that the column reaches. */
  @JSExport
  public double[] error() {
    return states.stream().mapToDouble(state -> state.value().loss()).toArray();
  }

  /** A_k and B_{k,n}: a row a time, a number a group. */
  @JSExport
  public double[] logits() {
    return rows(ColumnState::logits);
  }

  /** α_k and β_{k,n} of one member, likewise. */
  @JSExport
  public double[] descent() {
    return rows(state -> state.value().descent());
  }

  /** Expected attention to one member, likewise. */
  @JSExport
  public double[] attention() {
    return rows(state -> state.value().meanAttention());
  }

  private double[] rows(Function<ColumnState, Vector> quantity) {
    int width = column.size();
    double[] rows = new double[states.size() * width];
    for (int i = 0; i < states.size(); i++) {
      double[] row = quantity.apply(states.get(i)).toArray();
      System.arraycopy(row, 0, rows, i * width, width);
    }
    return rows;
  }

  /** How many laws are known of it. */
  @JSExport
  @JSProperty
  public int getLawCount() {
    return laws.size();
  }

  /** A law, counted from 0. */
  @JSExport
  public StudioLaw law(int index) {
    return laws.get(index);
  }
}
