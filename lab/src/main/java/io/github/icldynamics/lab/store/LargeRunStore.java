package io.github.icldynamics.lab.store;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.plot.LargeRunPlots;
import io.github.icldynamics.lab.run.LargeSummary;
import io.github.icldynamics.lab.run.RunResult;
import io.github.icldynamics.lab.run.RunSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Writes the final files of a large run from its finished columns, one at a time. */
public final class LargeRunStore {
  private final RunResult result;
  private final LargeRunFolder folder;

  private LargeRunStore(RunResult result, LargeRunFolder folder) {
    this.result = result;
    this.folder = folder;
  }

  /**
   * Drafts all files but the experiment, in the order of the queries.
   *
   * @param folder with every column in its log
   * @throws UncheckedIOException if a file cannot be written
   */
  public static void write(RunResult result, Provenance provenance, LargeRunFolder folder) {
    try {
      folder.beginDraft();
      var store = new LargeRunStore(result, folder);
      store.writeTables(result.experiment());
      var files = RunFiles.of(folder);
      files.writeJson("provenance.json", provenance.tree());
      files.writeJson(LargeRunFolder.SUMMARY, LargeSummary.of(result));
      files.writeFigures(LargeRunPlots.of(result, query -> folder.log().read(query).states()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeTables(Experiment experiment) throws IOException {
    var size = RunSize.of(experiment);
    var logitsFile = folder.file("logits.npy");
    try (var queries = Files.newBufferedWriter(folder.file("queries.csv"));
        var samples = Files.newBufferedWriter(folder.file("trajectory.csv"));
        var logits = LogitsFile.create(logitsFile, size.queries(), size.groups())) {
      var queryTable = QueryTable.begin(experiment, queries);
      var sampleTable = SampleTable.begin(experiment, samples);
      for (var column : result.columns()) {
        var record = folder.log().read(column.query());
        queryTable.add(record);
        sampleTable.add(record);
        logits.add(record.logits());
      }
    }
  }
}
