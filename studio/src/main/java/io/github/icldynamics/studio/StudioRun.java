package io.github.icldynamics.studio;

import io.github.icldynamics.analysis.LayerRun;
import io.github.icldynamics.analysis.RepresentativeFeatures;
import io.github.icldynamics.analysis.SampleTimes;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.prompt.TokenLaw;
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

  private StudioRun(Experiment experiment, LayerRun run, List<Double> times) {
    this.law = experiment.law();
    this.run = run;
    this.features = RepresentativeFeatures.of(law);
    this.rows = rows();
    this.times = times;
    this.columns =
        run.columns().stream().map(column -> new StudioColumn(experiment, column, times)).toList();
  }

  static StudioRun of(Experiment experiment, SampleCount samples) {
    var plan = experiment.layerPlan();
    var queries = ShownQueries.of(experiment);
    var trained =
        new LayerRun(
            plan.isCoupled()
                ? plan.trainTogether(queries)
                : queries.stream().map(plan::train).toList());
    var run = trained.extendedTo(trained.end());
    return new StudioRun(experiment, run, commonTimes(run, samples));
  }

  /**
   * Where one column moves fast, all are sampled; a column that got stuck ends before the others.
   */
  private static List<Double> commonTimes(LayerRun run, SampleCount samples) {
    var times = new TreeSet<Double>();
    for (var column : run.columns()) {
      int groups = column.trajectory().column().size();
      times.addAll(SampleTimes.of(column, samples.perColumn(run.columns().size(), groups)));
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

  /** converged, at-rest, horizon-reached or stuck. */
  @JSExport
  @JSProperty
  public String getOutcome() {
    return run.outcome().title();
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
