package io.github.icldynamics.lab.store;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.prompt.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;

/**
 * The folder of a large run. From the beginning it holds the experiment and a log of the finished
 * columns, {@code columns.part}; as long as that is there, the run is unfinished and can be
 * resumed. The final files are drafted in a hidden folder inside and take their names when all are
 * complete, the summary last; then the log goes.
 */
public final class LargeRunFolder implements AutoCloseable {
  static final String DRAFT = ".draft";
  static final String SUMMARY = "summary.json";

  private final Path target;
  private final Path draft;
  private final ColumnLog log;

  private LargeRunFolder(Path target, ColumnLog log) {
    this.target = target;
    this.draft = target.resolve(DRAFT);
    this.log = log;
  }

  /**
   * Begins a folder; the columns of an interrupted run are dropped.
   *
   * @throws InvalidInputException if the target holds something else, cannot be written, or is in
   *     use by another process
   */
  public static LargeRunFolder begin(Path target, Experiment experiment) {
    var folder = prepare(target, experiment);
    return new LargeRunFolder(folder, ColumnLog.begin(folder.resolve(ColumnLog.FILE), experiment));
  }

  /**
   * Goes on where an interrupted run of the same experiment ended; begins if there is none.
   *
   * @throws InvalidInputException as {@link #begin}
   */
  public static LargeRunFolder resume(Path target, Experiment experiment) {
    var folder = prepare(target, experiment);
    return new LargeRunFolder(folder, ColumnLog.resume(folder.resolve(ColumnLog.FILE), experiment));
  }

  private static Path prepare(Path target, Experiment experiment) {
    var folder = RunFolder.realPath(target);
    RunFolder.requireSameExperiment(folder, experiment);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(folder.resolve(RunFolder.EXPERIMENT_FILE))) {
        writeExperiment(folder, experiment);
      }
      return folder;
    } catch (IOException e) {
      throw RunFolder.notWritable(target);
    }
  }

  /** By way of a hidden sibling, so that the folder holds the whole experiment or nothing. */
  private static void writeExperiment(Path folder, Experiment experiment) throws IOException {
    var file =
        folder.resolveSibling("." + folder.getFileName() + "-" + ProcessHandle.current().pid());
    try {
      Files.writeString(file, ExperimentFile.canonical(experiment));
      Files.move(file, folder.resolve(RunFolder.EXPERIMENT_FILE), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** The finished columns. */
  public ColumnLog log() {
    return log;
  }

  /** Makes room for the final files. */
  void beginDraft() throws IOException {
    RunFolder.delete(draft);
    Files.createDirectory(draft);
  }

  /** Where to put a final file of this name. */
  Path file(String name) {
    return draft.resolve(name);
  }

  /** Gives the final files their names, in place of those of an earlier run; ends the log. */
  public void commit() {
    try {
      var names = draftNames();
      for (String name : names) {
        Files.move(file(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
      deleteOthers(names);
      RunFolder.delete(draft);
    } catch (IOException e) {
      throw RunFolder.notWritable(target);
    }
    log.delete();
  }

  private List<String> draftNames() throws IOException {
    try (var entries = Files.list(draft)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .sorted(
              (a, b) ->
                  a.equals(b) ? 0 : a.equals(SUMMARY) ? 1 : b.equals(SUMMARY) ? -1 : a.compareTo(b))
          .toList();
    }
  }

  /** Files of a run by a version of the program that had others. */
  private void deleteOthers(List<String> names) throws IOException {
    var others = new HashSet<>(RunFolder.FILES);
    names.forEach(others::remove);
    others.remove(RunFolder.EXPERIMENT_FILE);
    others.remove(ColumnLog.FILE);
    others.remove(DRAFT);
    for (String name : others) {
      Files.deleteIfExists(target.resolve(name));
    }
  }

  /** Lets go of the folder; a run that is not committed can be resumed. */
  @Override
  public void close() {
    log.close();
  }
}
