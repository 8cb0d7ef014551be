package io.github.icldynamics.lab.runs;

import io.github.icldynamics.lab.store.RecordFile;
import io.github.icldynamics.lab.store.RunFolder;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.sweep.SweepFolder;
import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs deleted: only what is provably one of ours. */
public final class RunDeletion {
  private RunDeletion() {}

  /**
   * Makes sure that a path leads to a run or a sweep and holds nothing of somebody else's.
   *
   * @throws InvalidInputException if not
   */
  public static void requireDeletable(Path path) {
    if (!Files.isDirectory(path)) {
      StoredRun.requireRun(path);
    } else if (SweepFolder.isSweep(path)) {
      SweepFolder.requireNothingElse(path);
    } else {
      RecordFile.requireNothingElse(path);
    }
  }

  /**
   * Deletes it.
   *
   * @throws StorageException if the machine does not let it be deleted
   */
  public static void delete(Path path) {
    if (Files.isDirectory(path)) {
      RunFolder.discard(path);
      return;
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw StorageException.writing(path, e);
    }
  }
}
