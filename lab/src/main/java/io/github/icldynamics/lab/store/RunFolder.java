package io.github.icldynamics.lab.store;

import io.github.icldynamics.experiment.StoredExperiment;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.prompt.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;

/**
 * The folder of a run while it is being made: a hidden sibling that takes the final name only when
 * it is complete. Closing it before {@link #commit} leaves nothing behind.
 */
public final class RunFolder implements AutoCloseable {
  static final String EXPERIMENT_FILE = "experiment.yaml";

  static final Set<String> FILES =
      Set.of(
          EXPERIMENT_FILE,
          "summary.json",
          "provenance.json",
          "trajectory.csv",
          "error.svg",
          "error.png",
          "weights.svg",
          "weights.png",
          "gradients.svg",
          "gradients.png",
          "attention.svg",
          "attention.png",
          "spread.svg",
          "spread.png",
          "queries.csv",
          "logits.npy",
          "times.svg",
          "times.png",
          "minimiser.svg",
          "minimiser.png",
          "convergence.svg",
          "convergence.png",
          "inference.svg",
          "inference.png",
          "inference.csv",
          "boundaries.svg",
          "boundaries.png",
          "classifiers.svg",
          "classifiers.png",
          "classifiers.csv",
          ColumnLog.FILE,
          LargeRunFolder.DRAFT);

  private final Path target;
  private final Path draft;
  private final Path replaced;

  private RunFolder(Path target, Path draft) {
    this.target = target;
    this.draft = draft;
    this.replaced = draft.resolveSibling(draft.getFileName() + "-replaced");
  }

  /** The folder of an experiment where none is named: {@code runs/NAME-HASH}. */
  public static Path defaultPath(String name, StoredExperiment experiment) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
    return Path.of("runs", safe + "-" + ExperimentFile.hash(experiment));
  }

  /** Where a run folder keeps its experiment. */
  public static Path experimentOf(Path folder) {
    return folder.resolve(EXPERIMENT_FILE);
  }

  /**
   * Begins a run folder.
   *
   * @throws InvalidInputException if the target holds something else, or cannot be written
   */
  public static RunFolder begin(Path target, StoredExperiment experiment) {
    var absolute = realPath(target);
    requireSameExperiment(absolute, experiment);
    try {
      var parent = absolute.getParent();
      if (parent == null) {
        throw new InvalidInputException(
            "run folder", "must be a folder below the root, not " + target);
      }
      Files.createDirectories(parent);
      var draft =
          parent.resolve("." + absolute.getFileName() + "-" + ProcessHandle.current().pid());
      delete(draft);
      Files.createDirectory(draft);
      var folder = new RunFolder(absolute, draft);
      Runtime.getRuntime().addShutdownHook(new Thread(folder::close));
      return folder;
    } catch (IOException e) {
      throw notWritable(target);
    }
  }

  /** An existing folder as itself, not as a link to it, which a replacement would cut. */
  static Path realPath(Path target) {
    try {
      return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
    } catch (IOException e) {
      throw notWritable(target);
    }
  }

  static void requireSameExperiment(Path target, StoredExperiment experiment) {
    if (!Files.exists(target)) {
      return;
    }
    try {
      if (Files.isDirectory(target) && isEmpty(target)) {
        return;
      }
      var file = target.resolve(EXPERIMENT_FILE);
      if (Files.isRegularFile(file)
          && Files.readString(file).equals(ExperimentFile.canonical(experiment))) {
        requireNothingElse(target);
        return;
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "run folder", "must be a folder that can be read, not " + target);
    }
    throw new InvalidInputException(
        "run folder",
        "must be new or empty or hold the same experiment, not "
            + target
            + ", which holds something else");
  }

  /** A folder is replaced as a whole: what somebody else put there would be lost. */
  private static void requireNothingElse(Path target) throws IOException {
    try (var entries = Files.list(target)) {
      var foreign =
          entries.filter(entry -> !FILES.contains(entry.getFileName().toString())).findFirst();
      if (foreign.isPresent()) {
        throw new InvalidInputException(
            "run folder",
            "must hold nothing but a run, to be replaced by another, not " + foreign.get());
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Where to put a file of this name. */
  public Path file(String name) {
    return draft.resolve(name);
  }

  /** Gives the complete folder its name, in place of an earlier run of the same experiment. */
  public synchronized void commit() {
    try {
      if (Files.exists(target)) {
        Files.move(target, replaced);
      }
      Files.move(draft, target);
      delete(replaced);
    } catch (IOException e) {
      throw notWritable(target);
    }
  }

  /** Removes what is not committed; an interrupted replacement is undone. */
  @Override
  public synchronized void close() {
    try {
      if (Files.exists(replaced) && !Files.exists(target)) {
        Files.move(replaced, target);
      }
      delete(replaced);
      delete(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InvalidInputException notWritable(Path target) {
    return new InvalidInputException(
        "run folder", "must be a folder that can be written, not " + target);
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var entries = Files.walk(folder)) {
      for (var path : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
