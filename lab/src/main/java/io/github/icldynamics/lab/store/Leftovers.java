package io.github.icldynamics.lab.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What processes that were killed have left beside runs and reports: drafts of reports, logs
 * without parts, an earlier run that was about to be replaced. Finished parts stay, to be resumed
 * from.
 */
final class Leftovers {
  private Leftovers() {}

  /** Removes what is provably dead in a folder; if that cannot be done, it stays. */
  static void tidy(Path folder) {
    for (var entry : entriesOf(folder)) {
      try {
        tidyEntry(entry);
      } catch (IOException e) {
        // Not ours to remove: nothing of the run depends on it.
      }
    }
  }

  private static List<Path> entriesOf(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void tidyEntry(Path entry) throws IOException {
    var target = RunPlace.replacing(entry);
    if (DraftFile.isDead(entry)) {
      Files.deleteIfExists(entry);
    } else if (RunPlace.isDraft(entry)) {
      tidyUnfinished(entry);
    } else if (target.isPresent()) {
      tidyReplaced(entry, target.get());
    }
  }

  /** Only what a run begins with, and only if the log says itself that it holds no part. */
  private static void tidyUnfinished(Path draft) throws IOException {
    if (isAbandonedWithoutParts(draft.resolve(PartLog.FILE)) && RunPlace.isBegun(draft)) {
      RunFolder.delete(draft);
    }
  }

  /** Killed between the two moves of a replacement, the earlier run has lost its name. */
  private static void tidyReplaced(Path replaced, Path target) throws IOException {
    var draft = RunPlace.draftOf(target);
    boolean isInUse = isInUse(draft.resolve(PartLog.FILE)) || isInUse(target.resolve(PartLog.FILE));
    boolean isRun = Files.isRegularFile(RunFolder.experimentOf(replaced));
    if (isInUse || !isRun || RunPlace.foreignIn(replaced).isPresent()) {
      return;
    }
    if (Files.exists(target)) {
      RunFolder.delete(replaced);
    } else {
      Files.move(replaced, target);
    }
  }

  /** Whether a process has a log. */
  private static boolean isInUse(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (var channel = FileChannel.open(path, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /**
   * Whether a log ends before or after its head, and no process has it that could add a part.
   * Whatever else cannot be read may be somebody's, or damaged and dear.
   */
  private static boolean isAbandonedWithoutParts(Path path) throws IOException {
    if (!Files.isRegularFile(path) || isInUse(path)) {
      return false;
    }
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return FramedFile.isTooShort(channel) || PartLog.isOnlyHead(channel);
    }
  }
}
