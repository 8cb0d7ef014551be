package io.github.icldynamics.lab.plug;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.descent.PlainDescent;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.system.Block;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.TimeScale;
import io.github.icldynamics.system.Wanted;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A system that nothing of the product knows. */
final class NoisyQuadratic implements LearningSystem<QuadraticExperiment> {
  @Override
  public String key() {
    return "noisy-quadratic";
  }

  @Override
  public String title() {
    return "descent on a quadratic whose gradient is noisy";
  }

  @Override
  public String reference() {
    return "Robbins & Monro 1951";
  }

  @Override
  public RecordFormat<QuadraticExperiment> format() {
    return QuadraticExperiment.FORMAT;
  }

  @Override
  public Map<String, Supplier<QuadraticExperiment>> presets() {
    return Map.of("bowl", () -> new QuadraticExperiment(10, 1e-3, 3, new PlainDescent(), 1e3));
  }

  @Override
  public RunPlan plan(QuadraticExperiment experiment, Wanted wanted) {
    return new QuadraticPlan(experiment, wanted);
  }

  @Override
  public Node.Mapping summary(RunRecord record) {
    return Node.Mapping.empty().with("loss", new Node.Real(record.value("loss")));
  }

  @Override
  public List<Block> report(RunRecord record, String name, List<Double> times) {
    return List.of(new Block.Line(name + " ended at a loss of " + record.value("loss")));
  }

  @Override
  public Map<String, Chart> charts(RunRecord record, TimeScale scale) {
    var losses = record.table("losses");
    var points =
        losses
            .rows()
            .filter(row -> losses.whole("seed", row) == 1)
            .mapToObj(row -> new Point(losses.real("tau", row), losses.real("loss", row)))
            .toList();
    var curves = List.of(new Curve("loss", points, CurveStyle.solid(0)));
    var chart =
        new LineChart("", Axis.linear("time τ"), Axis.log("loss"), curves, List.of(), List.of());
    return Map.of("loss", chart);
  }
}
