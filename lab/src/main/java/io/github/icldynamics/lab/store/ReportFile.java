package io.github.icldynamics.lab.store;

import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written whole or not at all; an older one of the same name is replaced. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Makes sure that a file can be written, and that its folder is there.
   *
   * @throws InvalidInputException if something else than a file has its name, or something else
   *     than a folder that of a folder above it
   * @throws StorageException if the machine does not let it be written
   */
  public static void requireWritable(Path target) {
    FolderMaking.make(folder(target), notAFile(target));
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw notAFile(target);
    }
    var written = Files.exists(target) ? target : folder(target);
    if (!Files.isWritable(written) || !Files.isWritable(folder(target))) {
      throw StorageException.writing(target, new AccessDeniedException(target.toString()));
    }
  }

  /**
   * Writes a text; through a link, if the name is one.
   *
   * @throws StorageException if the machine does not let it be written; what was there is as before
   */
  public static void write(Path target, String text) {
    try {
      var file = Files.exists(target) ? target.toRealPath() : target;
      var draft =
          folder(file).resolve("." + file.getFileName() + "-" + ProcessHandle.current().pid());
      try {
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw StorageException.writing(target, e);
    }
  }

  private static Path folder(Path target) {
    var parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw notAFile(target);
    }
    return parent;
  }

  private static InvalidInputException notAFile(Path target) {
    return new InvalidInputException(
        "--out", "must lead to a file that can be written, not " + target);
  }
}
