package io.github.icldynamics.lab.store;

import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.analysis.SampleTimes;
import io.github.icldynamics.lab.plot.RunPlots;
import io.github.icldynamics.lab.run.ExperimentRun;
import io.github.icldynamics.lab.run.RunSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Writes all files of a run folder. */
public final class RunStore {
  private RunStore() {}

  /** Writes experiment, provenance, summary, trajectory and pictures. */
  public static void write(ExperimentRun run, Provenance provenance, RunFolder folder) {
    int times = TrajectoryTable.times(run);
    var states = run.columns().stream().map(c -> c.states(SampleTimes.of(c, times))).toList();
    var files = RunFiles.of(folder);
    try {
      files.writeExperiment(run.experiment());
      files.writeJson("summary.json", RunSummary.of(run));
      files.writeJson("provenance.json", provenance.tree());
      writeTable(run, states, folder);
      files.writeFigures(RunPlots.of(run));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeTable(
      ExperimentRun run, List<List<ColumnState>> states, RunFolder folder) throws IOException {
    try (var writer = Files.newBufferedWriter(folder.file("trajectory.csv"))) {
      TrajectoryTable.write(run, states, writer);
    }
  }
}
