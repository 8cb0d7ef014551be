package io.github.icldynamics.lab.store;

import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.RunPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;

/**
 * The folder of a run. While the run is being made, its experiment, its finished parts and its
 * files are in a sibling, {@code NAME.unfinished}, from which it can be resumed; that takes the
 * final name when it is complete. Closing it before {@link #commit} leaves the finished parts, and
 * nothing if there are none.
 */
public final class RunFolder implements AutoCloseable {
  static final String EXPERIMENT_FILE = "experiment.yaml";

  private final RunPlace place;
  private final FolderMaking making;
  private final PartLog log;
  private boolean open = true;

  private RunFolder(RunPlace place, FolderMaking making, PartLog log) {
    this.place = place;
    this.making = making;
    this.log = log;
  }

  /** The folder of an experiment where none is named: {@code runs/NAME-HASH}. */
  public static Path defaultPath(String name, Given<?> given) {
    return defaultPath(name, given.document());
  }

  /** The folder of another document. */
  public static Path defaultPath(String name, Node document) {
    // A name that begins with a point would be hidden, one with a dash an option.
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.-]+", "_");
    return Path.of("runs", safe + "-" + Yaml.hash(document));
  }

  /** Where a run folder keeps its experiment. */
  public static Path experimentOf(Path folder) {
    return folder.resolve(EXPERIMENT_FILE);
  }

  /**
   * Begins a run folder; the parts of an interrupted run are dropped.
   *
   * @throws InvalidInputException if the target holds something else or is in use by another
   *     process
   * @throws StorageException if the machine does not let it be written
   */
  public static RunFolder begin(Path target, Given<?> given, RunPlan plan) {
    return open(target, given.document(), plan, PartLog::begin);
  }

  /**
   * Goes on where an interrupted run of the same experiment ended; begins if there is none.
   *
   * @throws InvalidInputException as {@link #begin}
   */
  public static RunFolder resume(Path target, Given<?> given, RunPlan plan) {
    return open(target, given.document(), plan, PartLog::resume);
  }

  private interface Opening {
    PartLog open(Path path, Node document, RunPlan plan);
  }

  private static RunFolder open(Path target, Node document, RunPlan plan, Opening opening) {
    var place = RunPlace.of(target, Yaml.text(document));
    place.requireOwn();
    var draft = place.draft();
    boolean isNew = !Files.exists(draft);
    var refusal = refused("must be a folder that can be written, not " + target);
    var making = FolderMaking.make(draft, refusal);
    try {
      var log = opening.open(draft.resolve(PartLog.FILE), document, plan);
      return furnished(new RunFolder(place, making, log));
    } catch (StorageException e) {
      if (isNew) {
        drop(draft, making);
      }
      throw e;
    }
  }

  private static RunFolder furnished(RunFolder folder) {
    try {
      deleteAllBut(folder.draft(), Set.of(PartLog.FILE));
      Files.writeString(folder.file(EXPERIMENT_FILE), folder.place.experiment());
      return folder;
    } catch (IOException e) {
      folder.close();
      throw StorageException.writing(folder.draft(), e);
    }
  }

  /** The finished parts. */
  public PartLog log() {
    return log;
  }

  /** Bytes of what an interrupted process has left that could not be used. */
  public long dropped() {
    return log.dropped();
  }

  /** How many finished parts there still are for a later process. */
  public int kept() {
    return log.found();
  }

  /** Where what is not finished is kept. */
  public Path draft() {
    return place.draft();
  }

  Path file(String name) {
    return draft().resolve(name);
  }

  /** Gives the complete folder its name, in place of an earlier run of the same experiment. */
  public synchronized void commit() {
    log.awaitEndIfStopped();
    // Again: somebody may have put something there since.
    place.requireVacant();
    var target = place.target();
    var replaced = place.replaced();
    try {
      delete(replaced);
      if (Files.exists(target)) {
        Files.move(target, replaced);
      }
      Files.move(draft(), target);
      open = false;
      // Last, so that a process killed before has lost nothing.
      log.delete(target);
      delete(replaced);
    } catch (IOException e) {
      throw StorageException.writing(target, e);
    }
  }

  /** Lets go of the folder; a run that is not committed can be resumed, if any part is finished. */
  @Override
  public synchronized void close() {
    boolean unfinished = open;
    open = false;
    boolean empty = log.kept().isEmpty();
    log.close();
    if (unfinished && empty) {
      drop(draft(), making);
    } else if (unfinished) {
      dropFiles();
    }
  }

  /**
   * Ends all work on the folder, for the process is about to end.
   *
   * @return how many parts are kept for a later process; 0 if nothing was left to be kept
   */
  public synchronized int stop() {
    int kept = log.stop().orElse(0);
    if (kept == 0 && open) {
      drop(draft(), making);
    } else if (open) {
      dropFiles();
    }
    return kept;
  }

  private static void drop(Path draft, FolderMaking making) {
    try {
      delete(draft);
      making.takeBack();
    } catch (IOException e) {
      throw StorageException.writing(draft, e);
    }
  }

  /** What was to be made of the parts may be half-written. */
  private void dropFiles() {
    try {
      deleteAllBut(draft(), Set.of(PartLog.FILE, EXPERIMENT_FILE));
    } catch (IOException e) {
      throw StorageException.writing(draft(), e);
    }
  }

  static InvalidInputException refused(String rule) {
    return new InvalidInputException("run folder", rule);
  }

  private static void deleteAllBut(Path folder, Set<String> names) throws IOException {
    try (var entries = Files.list(folder)) {
      for (var entry : entries.toList()) {
        if (!names.contains(entry.getFileName().toString())) {
          delete(entry);
        }
      }
    }
  }

  /**
   * Throws away a folder that nobody else uses.
   *
   * @throws StorageException if the machine does not let it be removed
   */
  public static void discard(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      throw StorageException.writing(folder, e);
    }
  }

  /** Removes a folder with all that is in it; one that is not there is no trouble. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var entries = Files.walk(folder)) {
      for (var path : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
