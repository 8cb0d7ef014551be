package io.github.icldynamics.linearclassification.run;

import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.statistics.Estimate;

/** A run as rows of its tables. */
record RunRows(ClassificationRun run) {
  Table axes() {
    var minimiser = run.minimiser();
    var variances = minimiser.law().axes().variances();
    var rows = Forms.AXES.begin();
    for (int k = 0; k < variances.size(); k++) {
      rows.whole(k).real(variances.get(k));
      rows.real(minimiser.weights().get(k)).real(minimiser.weightErrors().get(k));
      rows.real(run.training().minimum().weights().get(k));
    }
    return rows.table();
  }

  Table minimiser() {
    double[][] weights = run.minimiser().minimiser().toArray();
    double[][] errors = run.minimiser().standardError().toArray();
    double[][] deviations = run.minimiser().deviation().toArray();
    double[][] infinite = run.experiment().law().infinitePromptMinimiser().toArray();
    var rows = Forms.MINIMISER.begin();
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        rows.whole(i).whole(j).real(weights[i][j]).real(errors[i][j]);
        rows.real(deviations[i][j]).real(infinite[i][j]);
      }
    }
    return rows.table();
  }

  Table trajectory() {
    var rows = Forms.trajectory(run.experiment().mixture().dimension()).begin();
    for (var state : run.states()) {
      rows.real(state.tau()).real(state.tau() / run.learningRate());
      rows.real(state.loss()).real(state.squaredDistance());
      for (int k = 0; k < state.weights().size(); k++) {
        rows.real(state.weights().get(k));
      }
    }
    return rows.table();
  }

  Table inference() {
    var rows = Forms.INFERENCE.begin();
    String own = run.experiment().promptLength().toString();
    run.inference().forEach(at -> put(own, at.length().toString(), at, "own", rows));
    run.inferenceIdeally().forEach(at -> put("inf", at.length().toString(), at, "ideal", rows));
    run.byTrainingLength().forEach(at -> put(at.length().toString(), "inf", at, "other", rows));
    return rows.table();
  }

  private static void put(
      String trained,
      String tested,
      ClassificationRun.AtLength at,
      String layer,
      TableBuilder rows) {
    var error = at.error();
    rows.text(trained).text(tested);
    put(error.totalVariation(), rows);
    rows.real(error.excessRisk().mean()).real(error.bayesRisk().mean());
    rows.real(error.excessRisk().standardError()).real(error.bayesRisk().standardError());
    rows.text(layer);
  }

  Table classifiers() {
    var rows = Forms.CLASSIFIERS.begin();
    for (var at : run.comparison()) {
      for (var each : at.errors().classifiers()) {
        rows.whole(at.length()).text(each.title());
        put(each.error(), rows);
        put(each.excess(), rows);
        put(at.errors().bayes(), rows);
      }
    }
    return rows.table();
  }

  private static void put(Estimate estimate, TableBuilder rows) {
    rows.real(estimate.mean()).real(estimate.standardError());
  }
}
