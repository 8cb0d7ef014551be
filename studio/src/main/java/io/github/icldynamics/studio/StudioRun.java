package io.github.icldynamics.studio;

import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.LayerRun;
import io.github.icldynamics.softmaxregression.training.RepresentativeFeatures;
import io.github.icldynamics.softmaxregression.training.SampleTimes;
import java.util.List;
import java.util.TreeSet;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;

/** A run as the page reads it: columns, all sampled at the same flow times. */
public final class StudioRun {
  private final TokenLaw law;
  private final LayerRun run;
  private final List<Long> features;
  private final List<Long> rows;
  private final List<Double> times;
  private final List<StudioColumn> columns;

  private StudioRun(Experiment experiment, LayerRun run, Detail detail) {
    this.law = experiment.law();
    this.run = run;
    this.features = RepresentativeFeatures.of(law);
    this.rows = rows();
    this.times = commonTimes(run, detail);
    var grid = detail.grid(experiment.layerPlan().plan());
    this.columns =
        run.columns().stream()
            .map(column -> new StudioColumn(experiment, column, times, grid))
            .toList();
  }

  static StudioRun of(Experiment experiment, Detail detail) {
    var plan = experiment.layerPlan();
    var queries = ShownQueries.of(experiment);
    var trained =
        new LayerRun(
            plan.isCoupled()
                ? plan.trainTogether(queries)
                : queries.stream().map(plan::train).toList());
    var run = trained.extendedTo(trained.end());
    return new StudioRun(experiment, run, detail);
  }

  /**
   * Where one column moves fast, all are sampled; a column that got stuck ends before the others.
   */
  private static List<Double> commonTimes(LayerRun run, Detail detail) {
    var times = new TreeSet<Double>();
    for (var column : run.columns()) {
      int groups = column.trajectory().column().size();
      times.addAll(SampleTimes.of(column, detail.perColumn(run.columns().size(), groups)));
    }
    return List.copyOf(times);
  }

  /** Rows of the attention matrix: features that were trained, or are exchangeable with one. */
  private List<Long> rows() {
    var trained = features.stream().filter(k -> run.columnOf(law, k).isPresent()).toList();
    return trained.isEmpty() ? List.of(run.leadingColumn().query()) : trained;
  }

  /** K. */
  @JSExport
  @JSProperty
  public double getFeatures() {
    return law.features();
  }

  /** The last flow time. */
  @JSExport
  @JSProperty
  public double getEnd() {
    return run.end();
  }

  /** converged, stationary, budget-exhausted or stuck. */
  @JSExport
  @JSProperty
  public String getOutcome() {
    return run.ending().title();
  }

  /** The common flow times, ascending. */
  @JSExport
  public double[] times() {
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** How many columns there are. */
  @JSExport
  @JSProperty
  public int getColumnCount() {
    return columns.size();
  }

  /** A column, counted from 0. */
  @JSExport
  public StudioColumn column(int index) {
    return columns.get(index);
  }

  /** Which column's phases tell the story. */
  @JSExport
  @JSProperty
  public int getLeading() {
    return run.columns().indexOf(run.leadingColumn());
  }

  /** The features that are columns of the attention matrix. */
  @JSExport
  public double[] shownFeatures() {
    return features.stream().mapToDouble(Long::doubleValue).toArray();
  }

  /** The queries that are rows of the attention matrix. */
  @JSExport
  public double[] shownQueries() {
    return rows.stream().mapToDouble(Long::doubleValue).toArray();
  }

  /** The column in which a row of the attention matrix is found. */
  @JSExport
  public int columnOfRow(int row) {
    return run.columns().indexOf(run.columnOf(law, rows.get(row)).orElse(run.leadingColumn()));
  }

  /** For each shown feature the group of that column that holds it. */
  @JSExport
  public double[] groupsOfRow(int row) {
    long query = rows.get(row);
    return features.stream().mapToDouble(k -> law.groupInColumn(query, k)).toArray();
  }
}
