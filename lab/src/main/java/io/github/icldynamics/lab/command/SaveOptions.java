package io.github.icldynamics.lab.command;

import io.github.icldynamics.experiment.StoredExperiment;
import io.github.icldynamics.lab.store.RunFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a run is kept, for every command that makes one. */
final class SaveOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the run folder (default: runs/NAME-HASH)")
  private @Nullable String out;

  @Option(names = "--no-save", description = "write no run folder")
  private boolean noSave;

  /** Whether the run is kept at all. */
  boolean isKept() {
    return !noSave;
  }

  /** The folder of a run. */
  Path target(String name, StoredExperiment experiment) {
    return out == null ? RunFolder.defaultPath(name, experiment) : Path.of(out);
  }
}
