package io.github.icldynamics.lab.store;

import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A folder made where somebody asked for it, which can be taken back.
 *
 * @param folder the folder
 * @param nearest the first above it that was there before, or the folder itself
 */
record FolderMaking(Path folder, Path nearest) {
  /**
   * Makes a folder and those above it; one that is there stays.
   *
   * @param refusal what to say if a file has its name, or that of a folder above it
   * @throws StorageException if the machine does not let it be made
   */
  static FolderMaking make(Path folder, InvalidInputException refusal) {
    var making = new FolderMaking(folder, requireNearest(folder, refusal));
    try {
      Files.createDirectories(folder);
      return making;
    } catch (IOException e) {
      making.takeBack();
      throw StorageException.writing(folder, e);
    }
  }

  /**
   * Makes sure that a file could be written into a folder, if need be a new one; nothing is there
   * afterwards that was not before.
   *
   * @param target the file
   * @param refusal what to say if a file has the folder's name, or that of a folder above it
   * @throws StorageException if the machine does not let it be written
   */
  static void require(Path folder, Path target, InvalidInputException refusal) {
    try {
      Files.delete(Files.createTempFile(requireNearest(folder, refusal), ".icl-", ""));
    } catch (IOException e) {
      throw StorageException.writing(target, e);
    }
  }

  /** Also of a link that leads nowhere, which is there and is no folder. */
  private static Path requireNearest(Path folder, InvalidInputException refusal) {
    var nearest = nearest(folder.toAbsolutePath());
    if (!Files.isDirectory(nearest)) {
      throw refusal;
    }
    return nearest;
  }

  /** The path itself, or else the first above it, that is there. */
  private static Path nearest(Path path) {
    var there = path;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  /** Removes those folders that were made, from the innermost on, as far as they are empty. */
  void takeBack() {
    var made = folder.toAbsolutePath();
    try {
      for (; !made.equals(nearest); made = made.resolve("..").normalize()) {
        Files.deleteIfExists(made);
      }
    } catch (DirectoryNotEmptyException e) {
      // Somebody else uses it by now.
    } catch (IOException e) {
      throw StorageException.writing(made, e);
    }
  }
}
