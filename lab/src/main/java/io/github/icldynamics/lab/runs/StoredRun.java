package io.github.icldynamics.lab.runs;

import io.github.icldynamics.lab.store.Provenance;
import io.github.icldynamics.lab.store.RecordFile;
import io.github.icldynamics.lab.store.RunRequest;
import io.github.icldynamics.lab.store.RunText;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.sweep.SweepFolder;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.TimeScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run that has been read.
 *
 * @param path of its folder, or of its file in the folder of a sweep
 * @param hash of its experiment
 * @param isWhole whether all that can be kept of it is there: its pictures can be drawn
 */
public record StoredRun(Path path, String hash, RunRecord record, boolean isWhole) {
  /**
   * Reads a run.
   *
   * @throws InvalidInputException if there is none, or if it has failed
   */
  public static StoredRun read(Path path) {
    if (Files.isDirectory(path)) {
      requireNoSweep(path);
      if (!Files.isRegularFile(RecordFile.in(path))) {
        throw new InvalidInputException(path.toString(), "must be a run folder, and is none");
      }
      return new StoredRun(path, RecordFile.hashOf(path), RecordFile.read(path), true);
    }
    try {
      var run = RunText.read(path.toString(), Files.readString(path));
      return new StoredRun(
          path,
          String.valueOf(path.getFileName()).replaceFirst("\\..*", ""),
          run.record()
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          path.toString(), "must be a run, and it failed: " + run.failure())),
          false);
    } catch (IOException e) {
      throw StorageException.reading(path, e);
    }
  }

  /** Makes sure that a file holds a run, even a failed one. */
  static void requireRun(Path file) {
    try {
      RunText.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw StorageException.reading(file, e);
    }
  }

  private static void requireNoSweep(Path path) {
    if (SweepFolder.isSweep(path)) {
      throw new InvalidInputException(
          path.toString(),
          "must be a run, not a sweep; its runs are in " + SweepFolder.runsOf(path));
    }
  }

  /** What was asked for beside the experiment. */
  public RunRequest request() {
    var stored = isWhole ? Provenance.requestOf(path) : Optional.<RunRequest>empty();
    return stored.orElseGet(
        () -> new RunRequest(name(), List.of(), TimeScale.AUTOMATIC, isForPaper()));
  }

  private boolean isForPaper() {
    return Files.exists(path.resolve("table.tex"));
  }

  /** What people call it. */
  public String name() {
    return String.valueOf(path.getFileName()).replaceFirst("(-[0-9a-f]{12})?(\\.json)?$", "");
  }
}
