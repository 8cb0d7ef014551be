package io.github.icldynamics.lab.store;

import io.github.icldynamics.schema.InvalidInputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

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
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw notAFile(target);
    }
    FolderMaking.require(folder(target), target, notAFile(target));
    Leftovers.tidy(folder(target));
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw StorageException.writing(target, new AccessDeniedException(target.toString()));
    }
  }

  /** Removes from a folder what killed processes have half-written there. */
  public static void tidy(Path folder) {
    Leftovers.tidy(folder);
  }

  /**
   * Writes a text; through a link, if the name is one. A process that is told to end meanwhile does
   * so when the file is whole.
   *
   * @throws StorageException if the machine does not let it be written; what was there is as before
   */
  public static void write(Path target, String text) {
    write(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes, in the same way.
   *
   * @throws StorageException as {@link #write(Path, String)}
   */
  public static void write(Path target, byte[] bytes) {
    write(target, draft -> Files.write(draft, bytes));
  }

  /** Who writes a text piece by piece. */
  @FunctionalInterface
  public interface Content {
    /** Writes it. */
    void write(Writer out) throws IOException;
  }

  /**
   * Writes a text that need not fit into memory, in the same way.
   *
   * @throws StorageException as {@link #write(Path, String)}
   */
  public static void stream(Path target, Content content) {
    write(
        target,
        draft -> {
          try (var out = Files.newBufferedWriter(draft)) {
            content.write(out);
          }
        });
  }

  /** Who writes bytes piece by piece. */
  @FunctionalInterface
  public interface Bytes {
    /** Writes them. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes bytes that need not fit into memory, in the same way.
   *
   * @throws StorageException as {@link #write(Path, String)}
   */
  public static void streamBytes(Path target, Bytes bytes) {
    write(
        target,
        draft -> {
          try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
            bytes.write(out);
          }
        });
  }

  static void write(Path target, DraftFile.Filling filling) {
    var made = FolderMaking.make(folder(target), notAFile(target));
    try {
      var file = Files.exists(target) ? target.toRealPath() : target;
      DraftFile.of(file).write(filling);
    } catch (IOException e) {
      made.takeBack();
      throw StorageException.writing(target, e);
    }
  }

  /**
   * Makes files and writes them into a folder, one after the other.
   *
   * @param files what makes each, by its name
   * @throws StorageException as {@link #write(Path, String)}, or if one cannot be made for want of
   *     room
   */
  public static void writeAll(Path folder, Map<String, Supplier<byte[]>> files) {
    files.forEach(
        (name, file) -> {
          var target = folder.resolve(name);
          try {
            write(target, file.get());
          } catch (UncheckedIOException e) {
            throw StorageException.making(e);
          }
        });
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
