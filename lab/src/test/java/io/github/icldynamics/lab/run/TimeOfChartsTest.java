package io.github.icldynamics.lab.run;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Band;
import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.HeatmapRow;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Scale;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.softmaxregression.SoftmaxRegression;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.Training;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.TimeScale;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the pictures of a run space its time: of the preset {@code imbalanced}. */
class TimeOfChartsTest {
  private static final SoftmaxRegression SYSTEM = new SoftmaxRegression();

  private static RunRecord record;

  @BeforeAll
  static void run() {
    var experiment = requireNonNull(SYSTEM.presets().get("imbalanced")).get();
    var wanted = new Wanted(List.of(), Wanted.Detail.WHOLE);
    record = Runner.record(new Given<>(SYSTEM, experiment), wanted, 1, Progress.none());
  }

  private static Chart chart(String name, TimeScale scale) {
    return requireNonNull(SYSTEM.charts(record, scale).get(name));
  }

  private static LineChart error(TimeScale scale) {
    return (LineChart) chart("error", scale);
  }

  private static double convergence() {
    return record.table("queries").real("convergence_tau", 1);
  }

  /** Phases II to IV have a tenth of the logarithmic axis, and seven tenths of the linear one. */
  @Test
  void crowdedPhasesAreShownOverTheShareOfTheTime() {
    var chart = error(TimeScale.AUTOMATIC);
    assertEquals(Scale.LINEAR, chart.x().scale());
    assertEquals(new Extent.Fixed(0, 1.5), chart.x().extent());
    assertEquals("τ over 33225, when v₂ converges", chart.x().label());
    assertEquals(List.of("I", "II", "III", "IV"), chart.bands().stream().map(Band::label).toList());
    assertEquals(1, chart.bands().getLast().to(), 1e-12);
    double end = record.table("phases").real("to", 1);
    assertEquals(end / convergence(), chart.bands().getFirst().to(), 1e-12);
  }

  /** The time of the label is τ, whatever the learning rate makes of it in iterations. */
  @Test
  void theUnitIsTheTimeOfTheFlow() {
    var experiment = requireNonNull(SYSTEM.presets().get("imbalanced")).get();
    var halved =
        experiment.with(
            Experiment.TRAINING, experiment.training().with(Training.LEARNING_RATE, 0.5));
    var wanted = new Wanted(List.of(), Wanted.Detail.WHOLE);
    var slower = Runner.record(new Given<>(SYSTEM, halved), wanted, 1, Progress.none());
    var chart = (LineChart) requireNonNull(SYSTEM.charts(slower, TimeScale.AUTOMATIC).get("error"));
    assertEquals("τ over 33225, when v₂ converges", chart.x().label());
    assertEquals(1, chart.bands().getLast().to(), 1e-12);
  }

  /** The same curves, but for the unit of their time. */
  @Test
  void theLogarithmicAxisCanBeAskedFor() {
    var linear = error(TimeScale.AUTOMATIC);
    var logarithmic = error(TimeScale.LOGARITHMIC);
    assertEquals(Scale.LOG, logarithmic.x().scale());
    assertEquals("iterations t = τ/η", logarithmic.x().label());
    for (int i = 0; i < 2; i++) {
      var points = logarithmic.curves().get(i).points();
      var scaled = linear.curves().get(i).points();
      IntStream.range(0, points.size())
          .forEach(
              k -> {
                assertEquals(points.get(k).y(), scaled.get(k).y());
                assertEquals(points.get(k).x() / convergence(), scaled.get(k).x(), 1e-12);
              });
    }
  }

  /** A dominant query has one phase, which a linear axis would hide unless it is its own. */
  @Test
  void everyQueryHasItsOwnTime() {
    var panels = ((MultiPanel) chart("phases", TimeScale.AUTOMATIC)).panels();
    assertEquals(Scale.LOG, panels.getFirst().x().scale());
    assertEquals(Scale.LINEAR, panels.getLast().x().scale());
    var linear = ((MultiPanel) chart("phases", TimeScale.LINEAR)).panels().getFirst();
    assertEquals(Scale.LINEAR, linear.x().scale());
    assertEquals(1, linear.bands().getFirst().to(), 1e-12);
  }

  /** At every moment the three rows are all of the attention. */
  @Test
  void attentionOverTimeAddsUp() {
    for (var scale : TimeScale.values()) {
      var map = (HeatmapRow) chart("attention-over-time", scale);
      assertEquals(List.of("v₂", "dominant", "rest"), map.rows().labels());
      var cells = map.panels().getFirst().cells();
      for (int j = 0; j < map.columns().count(); j++) {
        int column = j;
        double sum = cells.stream().mapToDouble(row -> row.get(column)).sum();
        // Between the points of the trajectory all three are interpolated alike.
        assertEquals(1, sum, 1e-12);
      }
      assertTrue(cells.getFirst().getFirst() < 0.02 && cells.getFirst().getLast() > 0.9);
    }
  }

  /** Attention at the target is ½ at the end of phase III, and the map says so at that time. */
  @Test
  void theMapIsTrueToTheTime() {
    var map = (HeatmapRow) chart("attention-over-time", TimeScale.AUTOMATIC);
    var target = map.panels().getFirst().cells().getFirst();
    double third = record.table("phases").real("to", 3) / convergence();
    // Columns are 1.5/30 wide, and stand for their right ends.
    int before = (int) Math.floor(third / 0.05) - 1;
    assertTrue(target.get(before) < 0.5 && target.get(before + 1) >= 0.5, target.toString());
  }
}
