package io.github.icldynamics.lab.store;

import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.experiment.JsonDocument;
import io.github.icldynamics.lab.figure.Figure;
import io.github.icldynamics.lab.plot.RunPlots;
import io.github.icldynamics.lab.run.ExperimentRun;
import io.github.icldynamics.lab.run.RunSummary;
import io.github.icldynamics.lab.run.SampleTimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes all files of a run folder. */
public final class RunStore {
  private RunStore() {}

  /** Writes experiment, provenance, summary, trajectory and pictures. */
  public static void write(ExperimentRun run, Provenance provenance, RunFolder folder) {
    int times = TrajectoryTable.times(run);
    var states = run.columns().stream().map(c -> c.states(SampleTimes.of(c, times))).toList();
    try {
      Files.writeString(
          folder.file(RunFolder.EXPERIMENT_FILE), ExperimentFile.canonical(run.experiment()));
      writeJson(folder, "summary.json", RunSummary.of(run));
      writeJson(folder, "provenance.json", provenance.tree());
      writeTable(run, states, folder);
      for (var plot : RunPlots.of(run).entrySet()) {
        writeFigure(folder, plot.getKey(), plot.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeJson(RunFolder folder, String name, ObjectNode tree) throws IOException {
    Files.writeString(folder.file(name), JsonDocument.text(tree) + "\n");
  }

  private static void writeTable(
      ExperimentRun run, List<List<ColumnState>> states, RunFolder folder) throws IOException {
    try (var writer = Files.newBufferedWriter(folder.file("trajectory.csv"))) {
      TrajectoryTable.write(run, states, writer);
    }
  }

  private static void writeFigure(RunFolder folder, String name, Figure figure) throws IOException {
    Files.writeString(folder.file(name + ".svg"), figure.svg());
    Files.write(folder.file(name + ".png"), figure.png());
  }
}
