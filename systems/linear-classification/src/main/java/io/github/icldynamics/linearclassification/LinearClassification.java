package io.github.icldynamics.linearclassification;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.claim.Catalogue;
import io.github.icldynamics.linearclassification.claims.Shen2025;
import io.github.icldynamics.linearclassification.comparison.PromptClassifier;
import io.github.icldynamics.linearclassification.experiment.MixtureExperiment;
import io.github.icldynamics.linearclassification.experiment.MixturePreset;
import io.github.icldynamics.linearclassification.run.ClassificationPlan;
import io.github.icldynamics.linearclassification.run.LayerAtWeights;
import io.github.icldynamics.linearclassification.views.Charts;
import io.github.icldynamics.linearclassification.views.Report;
import io.github.icldynamics.linearclassification.views.Summary;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.system.Block;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.TimeScale;
import io.github.icldynamics.system.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One layer of linear attention that learns to classify Gaussian mixtures in context. */
public final class LinearClassification implements LearningSystem<MixtureExperiment> {
  private final List<PromptClassifier> others;

  /**
   * The system.
   *
   * @param others classifiers to compare the layer with, besides the linear discriminants
   */
  public LinearClassification(List<PromptClassifier> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public String key() {
    return "linear-classification";
  }

  @Override
  public String title() {
    return "one layer of linear attention learns to classify Gaussian mixtures in context";
  }

  @Override
  public String reference() {
    return "Shen, Zhou, Yang & Shen 2025";
  }

  @Override
  public RecordFormat<MixtureExperiment> format() {
    return MixtureExperiment.FORMAT;
  }

  @Override
  public Map<String, Supplier<MixtureExperiment>> presets() {
    var presets = new LinkedHashMap<String, Supplier<MixtureExperiment>>();
    for (var preset : MixturePreset.values()) {
      presets.put(preset.title(), preset::experiment);
    }
    return presets;
  }

  @Override
  public boolean owns(Node.Mapping document) {
    return document.entries().containsKey(MixtureExperiment.MIXTURE.key());
  }

  @Override
  public RunPlan plan(MixtureExperiment experiment, Wanted wanted) {
    return new ClassificationPlan(experiment, others, wanted);
  }

  @Override
  public Node evaluate(MixtureExperiment experiment, Node.Mapping weights) {
    return LayerAtWeights.evaluate(experiment, weights);
  }

  @Override
  public Node.Mapping summary(RunRecord record) {
    return Summary.of(record);
  }

  @Override
  public List<Block> report(RunRecord record, String name, List<Double> times) {
    return Report.of(record, name);
  }

  @Override
  public Map<String, Chart> charts(RunRecord record, TimeScale scale) {
    return Charts.of(record, scale);
  }

  @Override
  public List<Catalogue> catalogues() {
    return List.of(Shen2025.catalogue());
  }
}
