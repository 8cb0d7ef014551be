package io.github.icldynamics.lab.store;

import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Where a run is made: the folder itself, the one beside it where it is unfinished, and the one
 * where an earlier run is for a moment put aside. What lies there must be the run's own, for it is
 * replaced; anything else is somebody's.
 *
 * @param target the folder of the run, absolute
 * @param experiment the text of its experiment
 */
record RunPlace(Path target, String experiment) {
  private static final String UNFINISHED = ".unfinished";
  private static final String HIDDEN = ".";
  private static final String REPLACED = "-replaced";

  /** What the files of a run end in; an interrupted one may have left some half-written. */
  private static final Set<String> ENDINGS =
      Set.of("csv", "npy", "json", "svg", "png", "pdf", "tex");

  /**
   * A place.
   *
   * @throws InvalidInputException if no folder can be there
   */
  static RunPlace of(Path target, String experiment) {
    var absolute = realPath(target);
    if (absolute.getParent() == null) {
      throw RunFolder.refused("must be a folder below the root, not " + target);
    }
    return new RunPlace(absolute, experiment);
  }

  /** Whether a folder is one where a run is unfinished. */
  static boolean isDraft(Path folder) {
    return name(folder).endsWith(UNFINISHED);
  }

  /** The folder of the run of which an earlier one was put aside here; empty if none was. */
  static Optional<Path> replacing(Path folder) {
    String name = name(folder);
    return name.startsWith(HIDDEN) && name.endsWith(REPLACED)
        ? Optional.of(
            folder.resolveSibling(
                name.substring(HIDDEN.length(), name.length() - REPLACED.length())))
        : Optional.empty();
  }

  /** Where a run is unfinished that is to have a folder. */
  static Path draftOf(Path target) {
    return target.resolveSibling(target.getFileName() + UNFINISHED);
  }

  Path draft() {
    return draftOf(target);
  }

  Path replaced() {
    return target.resolveSibling(HIDDEN + target.getFileName() + REPLACED);
  }

  /**
   * Refuses what is not the run's own, and tidies what killed processes have left.
   *
   * @throws InvalidInputException if something is somebody's
   */
  void requireOwn() {
    requireTarget();
    requireDraft();
    Leftovers.tidy(target.resolveSibling("."));
    requireReplaced();
  }

  /** The same for what is replaced when the run is complete. */
  void requireVacant() {
    requireTarget();
    requireReplaced();
  }

  /** An existing folder as itself, not as a link to it, which a replacement would cut. */
  private static Path realPath(Path target) {
    try {
      boolean isThere = Files.exists(target);
      if (!isThere && Files.isSymbolicLink(target)) {
        throw RunFolder.refused(
            "must be a folder, or new, not " + target + ", a link that leads nowhere");
      }
      return isThere ? target.toRealPath() : target.toAbsolutePath().normalize();
    } catch (IOException e) {
      throw StorageException.reading(target, e);
    }
  }

  private void requireTarget() {
    try {
      if (!Files.exists(target) || (Files.isDirectory(target) && isEmpty(target))) {
        return;
      }
      if (holds(target)) {
        requireNothingElse(target);
        return;
      }
    } catch (IOException e) {
      throw StorageException.reading(target, e);
    }
    throw RunFolder.refused(
        "must be new or empty or hold the same experiment, not %s, which holds something else"
            .formatted(target));
  }

  private boolean holds(Path folder) throws IOException {
    var file = RunFolder.experimentOf(folder);
    // Bytes: what is no text is another experiment too.
    return Files.isRegularFile(file)
        && Arrays.equals(Files.readAllBytes(file), experiment.getBytes(StandardCharsets.UTF_8));
  }

  /** A folder is replaced as a whole: what somebody else put there would be lost. */
  private static void requireNothingElse(Path target) throws IOException {
    var foreign = foreignIn(target);
    if (foreign.isPresent()) {
      throw RunFolder.refused(
          "must hold nothing but a run, to be replaced by another, not " + foreign.get());
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
  private void requireReplaced() {
    var replaced = replaced();
    try {
      boolean isRun = Files.isRegularFile(RunFolder.experimentOf(replaced));
      if (Files.exists(replaced) && !(isRun && foreignIn(replaced).isEmpty())) {
        throw RunFolder.refused(
            "must have no folder of another kind beside it, and " + replaced + " is one");
      }
    } catch (IOException e) {
      throw StorageException.reading(replaced, e);
    }
  }

  /** What lies where the run is to be made must be what an interrupted run of it has left. */
  private void requireDraft() {
    var draft = draft();
    try {
      boolean isOfRun = Files.exists(RunFolder.experimentOf(draft));
      if (isOfRun && !holds(draft)) {
        throw RunFolder.refused(
            "must not have an unfinished run of another experiment beside it, and %s is one"
                .formatted(draft));
      }
      if (!isOfRun && Files.exists(draft) && !isBegun(draft)) {
        throw RunFolder.refused(
            "must have no folder of another kind beside it, and " + draft + " is one");
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
        throw RunFolder.refused(
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
      return entries.allMatch(RunPlace::isOfBeginning);
    }
  }

  private static boolean isOfBeginning(Path entry) {
    return Set.of(PartLog.FILE, RunFolder.EXPERIMENT_FILE).contains(name(entry));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static String name(Path entry) {
    return entry.getFileName().toString();
  }
}
