package io.github.icldynamics.softmaxregression;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.claim.Catalogue;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.softmaxregression.claims.Huang2024;
import io.github.icldynamics.softmaxregression.experiment.EvaluationCase;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.LayerWeights;
import io.github.icldynamics.softmaxregression.experiment.Preset;
import io.github.icldynamics.softmaxregression.run.Runs;
import io.github.icldynamics.softmaxregression.studies.Studies;
import io.github.icldynamics.softmaxregression.views.Charts;
import io.github.icldynamics.softmaxregression.views.Report;
import io.github.icldynamics.softmaxregression.views.ShownExperiment;
import io.github.icldynamics.softmaxregression.views.Summary;
import io.github.icldynamics.study.Study;
import io.github.icldynamics.system.Block;
import io.github.icldynamics.system.Evaluation;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.TimeScale;
import io.github.icldynamics.system.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One layer of softmax attention that learns linear regression in context. */
public final class SoftmaxRegression implements LearningSystem<Experiment> {
  @Override
  public String key() {
    return "softmax-regression";
  }

  @Override
  public String title() {
    return "one layer of softmax attention learns linear regression in context";
  }

  @Override
  public String reference() {
    return "Huang, Cheng & Liang 2024";
  }

  @Override
  public RecordFormat<Experiment> format() {
    return Experiment.FORMAT;
  }

  @Override
  public Map<String, Supplier<Experiment>> presets() {
    var presets = new LinkedHashMap<String, Supplier<Experiment>>();
    for (var preset : Preset.values()) {
      presets.put(preset.title(), preset::experiment);
    }
    return presets;
  }

  @Override
  public boolean owns(Node.Mapping document) {
    return document.entries().containsKey(Experiment.TOKEN_LAW.key());
  }

  @Override
  public RunPlan plan(Experiment experiment, Wanted wanted) {
    return Runs.of(experiment, wanted);
  }

  @Override
  public Node evaluate(Experiment experiment, Node.Mapping weights) {
    return LayerWeights.evaluate(experiment, weights);
  }

  @Override
  public Node.Mapping summary(RunRecord record) {
    return Summary.of(record);
  }

  @Override
  public List<Block> report(RunRecord record, String name, List<Double> times) {
    return Report.of(record, name, times);
  }

  @Override
  public Map<String, Chart> charts(RunRecord record, TimeScale scale) {
    return Charts.of(record, scale);
  }

  @Override
  public List<Catalogue> catalogues() {
    return List.of(Huang2024.catalogue());
  }

  @Override
  public List<Study<Experiment>> studies() {
    return Studies.all();
  }

  @Override
  public Optional<Evaluation> evaluation() {
    return Optional.of(EvaluationCase::evaluate);
  }

  @Override
  public void requireShown(Experiment experiment) {
    ShownExperiment.require(experiment);
  }
}
