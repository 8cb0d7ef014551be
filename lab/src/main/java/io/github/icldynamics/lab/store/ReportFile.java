package io.github.icldynamics.lab.store;

import io.github.icldynamics.prompt.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written whole or not at all; an older one of the same name is replaced. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Makes sure that a file can be written, and its folder is there.
   *
   * @throws InvalidInputException if not
   */
  public static void requireWritable(Path target) {
    try {
      Files.createDirectories(folder(target));
    } catch (IOException e) {
      throw notWritable(target);
    }
    if (Files.isDirectory(target) || !Files.isWritable(folder(target))) {
      throw notWritable(target);
    }
  }

  /** Writes a text. */
  public static void write(Path target, String text) {
    try {
      var draft =
          folder(target).resolve("." + target.getFileName() + "-" + ProcessHandle.current().pid());
      try {
        Files.writeString(draft, text);
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw notWritable(target);
    }
  }

  private static Path folder(Path target) {
    var parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw notWritable(target);
    }
    return parent;
  }

  private static InvalidInputException notWritable(Path target) {
    return new InvalidInputException("--out", "must be a file that can be written, not " + target);
  }
}
