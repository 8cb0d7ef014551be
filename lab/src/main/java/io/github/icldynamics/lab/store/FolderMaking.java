package io.github.icldynamics.lab.store;

import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders made where somebody asked for them. */
final class FolderMaking {
  private FolderMaking() {}

  /**
   * Makes a folder and those above it; one that is there stays.
   *
   * @param refusal what to say if a file has its name, or that of a folder above it
   * @throws StorageException if the machine does not let it be made
   */
  static void make(Path folder, InvalidInputException refusal) {
    if (!Files.isDirectory(nearest(folder.toAbsolutePath()))) {
      throw refusal;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw StorageException.writing(folder, e);
    }
  }

  /** The path itself, or else the first above it, that is there. */
  private static Path nearest(Path path) {
    var there = path;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
