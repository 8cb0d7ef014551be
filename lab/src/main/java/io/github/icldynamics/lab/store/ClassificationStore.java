package io.github.icldynamics.lab.store;

import io.github.icldynamics.lab.plot.ClassificationPlots;
import io.github.icldynamics.lab.run.ClassificationRun;
import io.github.icldynamics.lab.run.ClassificationSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Writes all files of a run folder of the mixture system. */
public final class ClassificationStore {
  private ClassificationStore() {}

  /** Writes experiment, provenance, summary, tables and pictures. */
  public static void write(ClassificationRun run, Provenance provenance, RunFolder folder) {
    var files = RunFiles.of(folder);
    try {
      files.writeExperiment(run.experiment());
      files.writeJson("summary.json", ClassificationSummary.of(run));
      files.writeJson("provenance.json", provenance.tree());
      files.writeLines("trajectory.csv", trajectory(run));
      files.writeLines("inference.csv", inference(run));
      files.writeLines("classifiers.csv", classifiers(run));
      files.writeFigures(ClassificationPlots.of(run));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Weights are those on the axes of Λ. */
  private static List<String> trajectory(ClassificationRun run) {
    var lines = new ArrayList<String>();
    var head = new StringBuilder("tau,iterations,loss,squared_distance");
    for (int k = 0; k < run.experiment().mixture().dimension(); k++) {
      head.append(",weight_").append(k);
    }
    lines.add(head.toString());
    for (var state : run.states()) {
      var line = new StringBuilder();
      line.append(state.tau()).append(',').append(state.tau() / run.learningRate());
      line.append(',').append(state.loss()).append(',').append(state.squaredDistance());
      for (int k = 0; k < state.weights().size(); k++) {
        line.append(',').append(state.weights().get(k));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static List<String> inference(ClassificationRun run) {
    var lines = new ArrayList<String>();
    lines.add("trained_on,tested_on,excess_error,standard_error,excess_risk,bayes_risk");
    for (var at : run.inference()) {
      lines.add(line(run.experiment().promptLength().toString(), at.length().toString(), at));
    }
    for (var at : run.inferenceIdeally()) {
      lines.add(line("inf", at.length().toString(), at));
    }
    for (var at : run.byTrainingLength()) {
      lines.add(line(at.length().toString(), "inf", at));
    }
    return lines;
  }

  private static String line(String trained, String tested, ClassificationRun.AtLength at) {
    var error = at.error();
    return trained
        + ","
        + tested
        + ","
        + error.totalVariation().mean()
        + ","
        + error.totalVariation().standardError()
        + ","
        + error.excessRisk().mean()
        + ","
        + error.bayesRisk().mean();
  }

  private static List<String> classifiers(ClassificationRun run) {
    var lines = new ArrayList<String>();
    lines.add("tested_on,classifier,error,standard_error,excess,excess_standard_error");
    for (var at : run.comparison()) {
      for (var each : at.errors().classifiers()) {
        lines.add(
            at.length()
                + ",\""
                + each.title()
                + "\","
                + each.error().mean()
                + ","
                + each.error().standardError()
                + ","
                + each.excess().mean()
                + ","
                + each.excess().standardError());
      }
    }
    return lines;
  }
}
