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
   * Makes sure that a file can be written, and that its folder is there.
   *
   * @throws InvalidInputException if not, or if something else than a file has its name
   */
  public static void requireWritable(Path target) {
    try {
      Files.createDirectories(folder(target));
    } catch (IOException e) {
      throw notWritable(target);
    }
    boolean taken = Files.exists(target);
    if (taken && !(Files.isRegularFile(target) && Files.isWritable(target))) {
      throw notWritable(target);
    }
    if (!Files.isWritable(folder(target))) {
      throw notWritable(target);
    }
  }

  /** Writes a text; through a link, if the name is one. */
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
    return new InvalidInputException(
        "--out", "must lead to a file that can be written, not " + target);
  }
}
