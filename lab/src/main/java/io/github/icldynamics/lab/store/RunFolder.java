package io.github.icldynamics.lab.store;

import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.RunPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of a run. While the run is being made, its experiment, its finished parts and its
 * files are in a sibling, {@code NAME.unfinished}, from which it can be resumed; that takes the
 * final name when it is complete. Closing it before {@link #commit} leaves the finished parts, and
 * nothing if there are none.
 */
public final class RunFolder implements AutoCloseable {
  static final String EXPERIMENT_FILE = "experiment.yaml";

  static final String UNFINISHED = ".unfinished";
  static final String HIDDEN = ".";
  static final String REPLACED = "-replaced";

  /** What the files of a run end in; an interrupted one may have left some half-written. */
  private static final Set<String> ENDINGS = Set.of("csv", "npy", "json", "svg", "png");

  private final Path target;
  private final String experiment;
  private final Path draft;
  private final Path replaced;
  private final FolderMaking making;
  private final PartLog log;
  private boolean open = true;

  private RunFolder(Path target, String experiment, Path draft, FolderMaking making, PartLog log) {
    this.target = target;
    this.experiment = experiment;
    this.draft = draft;
    this.replaced = replacedOf(target);
    this.making = making;
    this.log = log;
  }

  /** The folder of an experiment where none is named: {@code runs/NAME-HASH}. */
  public static Path defaultPath(String name, Given<?> given) {
    // A name that begins with a point would be hidden, one with a dash an option.
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.-]+", "_");
    return Path.of("runs", safe + "-" + Yaml.hash(given.document()));
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
    var absolute = realPath(target);
    String text = Yaml.text(document);
    requireSameExperiment(absolute, text);
    if (absolute.getParent() == null) {
      throw refused("must be a folder below the root, not " + target);
    }
    var draft = absolute.resolveSibling(absolute.getFileName() + UNFINISHED);
    requireOwn(draft, text);
    Leftovers.tidy(draft.resolveSibling("."));
    requireRunOrNothing(replacedOf(absolute));
    boolean isNew = !Files.exists(draft);
    var refusal = refused("must be a folder that can be written, not " + target);
    var making = FolderMaking.make(draft, refusal);
    try {
      var log = opening.open(draft.resolve(PartLog.FILE), document, plan);
      return furnished(new RunFolder(absolute, text, draft, making, log));
    } catch (StorageException e) {
      if (isNew) {
        drop(draft, making);
      }
      throw e;
    }
  }

  private static RunFolder furnished(RunFolder folder) {
    try {
      deleteAllBut(folder.draft, Set.of(PartLog.FILE));
      Files.writeString(folder.file(EXPERIMENT_FILE), folder.experiment);
      return folder;
    } catch (IOException e) {
      folder.close();
      throw StorageException.writing(folder.draft, e);
    }
  }

  /** An existing folder as itself, not as a link to it, which a replacement would cut. */
  private static Path realPath(Path target) {
    try {
      boolean isThere = Files.exists(target);
      if (!isThere && Files.isSymbolicLink(target)) {
        throw refused("must be a folder, or new, not " + target + ", a link that leads nowhere");
      }
      return isThere ? target.toRealPath() : target.toAbsolutePath().normalize();
    } catch (IOException e) {
      throw StorageException.reading(target, e);
    }
  }

  private static void requireSameExperiment(Path target, String experiment) {
    try {
      if (!Files.exists(target) || (Files.isDirectory(target) && isEmpty(target))) {
        return;
      }
      if (holds(target, experiment)) {
        requireNothingElse(target);
        return;
      }
    } catch (IOException e) {
      throw StorageException.reading(target, e);
    }
    throw refused(
        "must be new or empty or hold the same experiment, not %s, which holds something else"
            .formatted(target));
  }

  private static boolean holds(Path folder, String experiment) throws IOException {
    var file = folder.resolve(EXPERIMENT_FILE);
    // Bytes: what is no text is another experiment too.
    return Files.isRegularFile(file)
        && Arrays.equals(Files.readAllBytes(file), experiment.getBytes(StandardCharsets.UTF_8));
  }

  /** A folder is replaced as a whole: what somebody else put there would be lost. */
  private static void requireNothingElse(Path target) throws IOException {
    var foreign = foreignIn(target);
    if (foreign.isPresent()) {
      throw refused("must hold nothing but a run, to be replaced by another, not " + foreign.get());
    }
  }

  /** Something in a run folder that the run has not written. */
  static Optional<Path> foreignIn(Path folder) throws IOException {
    var own = RecordFile.filesOf(folder);
    try (var entries = Files.list(folder)) {
      return entries
          .filter(entry -> !own.contains(name(entry)) || !Files.isRegularFile(entry))
          .findFirst();
    }
  }

  /** Where an earlier run is put aside for a moment, there must be room for it. */
  private static void requireRunOrNothing(Path replaced) {
    try {
      boolean isRun = Files.isRegularFile(experimentOf(replaced));
      if (Files.exists(replaced) && !(isRun && foreignIn(replaced).isEmpty())) {
        throw refused("must have no folder of another kind beside it, and " + replaced + " is one");
      }
    } catch (IOException e) {
      throw StorageException.reading(replaced, e);
    }
  }

  private static Path replacedOf(Path target) {
    return target.resolveSibling(HIDDEN + target.getFileName() + REPLACED);
  }

  private static String name(Path entry) {
    return entry.getFileName().toString();
  }

  /** What lies where the run is to be made must be what an interrupted run of it has left. */
  private static void requireOwn(Path draft, String experiment) {
    try {
      boolean isOfRun = Files.exists(draft.resolve(EXPERIMENT_FILE));
      if (isOfRun && !holds(draft, experiment)) {
        throw refused(
            "must not have an unfinished run of another experiment beside it, and %s is one"
                .formatted(draft));
      }
      if (!isOfRun && Files.exists(draft) && !isBegun(draft)) {
        throw refused("must have no folder of another kind beside it, and " + draft + " is one");
      }
      if (isOfRun) {
        requireMadeByRun(draft);
      }
    } catch (IOException e) {
      throw StorageException.reading(draft, e);
    }
  }

  /** What an interrupted run has half-written is made again; anything else stays. */
  private static void requireMadeByRun(Path draft) throws IOException {
    try (var entries = Files.list(draft)) {
      var foreign = entries.filter(entry -> !isMadeByRun(entry)).findFirst();
      if (foreign.isPresent()) {
        throw refused(
            "must have nothing but an unfinished run beside it, and %s is something else"
                .formatted(foreign.get()));
      }
    }
  }

  private static boolean isMadeByRun(Path entry) {
    String name = name(entry);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return isOfBeginning(entry) || (ENDINGS.contains(ending) && Files.isRegularFile(entry));
  }

  /** Whether there is no more than that with which a run begins. */
  static boolean isBegun(Path draft) throws IOException {
    if (!Files.isDirectory(draft)) {
      return false;
    }
    try (var entries = Files.list(draft)) {
      return entries.allMatch(RunFolder::isOfBeginning);
    }
  }

  private static boolean isOfBeginning(Path entry) {
    return Set.of(PartLog.FILE, EXPERIMENT_FILE).contains(name(entry));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
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
    return Files.exists(file(PartLog.FILE)) ? log.kept().size() : 0;
  }

  /** Where what is not finished is kept. */
  public Path draft() {
    return draft;
  }

  Path file(String name) {
    return draft.resolve(name);
  }

  /** Gives the complete folder its name, in place of an earlier run of the same experiment. */
  public synchronized void commit() {
    log.awaitEndIfStopped();
    // Again: somebody may have put something there since.
    requireSameExperiment(target, experiment);
    requireRunOrNothing(replaced);
    try {
      delete(replaced);
      if (Files.exists(target)) {
        Files.move(target, replaced);
      }
      Files.move(draft, target);
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
      drop(draft, making);
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
      drop(draft, making);
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
      deleteAllBut(draft, Set.of(PartLog.FILE, EXPERIMENT_FILE));
    } catch (IOException e) {
      throw StorageException.writing(draft, e);
    }
  }

  static InvalidInputException refused(String rule) {
    return new InvalidInputException("run folder", rule);
  }

  private static void deleteAllBut(Path folder, Set<String> names) throws IOException {
    try (var entries = Files.list(folder)) {
      for (var entry : entries.toList()) {
        if (!names.contains(name(entry))) {
          delete(entry);
        }
      }
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
