package io.github.icldynamics.lab.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What the machine would not do, in one sentence: its disk is full, a folder is not ours to write.
 * Neither the input nor the program is at fault.
 */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private StorageException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** A file or folder that could not be written. */
  public static StorageException writing(Path path, IOException cause) {
    boolean isRefused =
        cause instanceof NoSuchFileException && Files.isDirectory(path.resolveSibling("."));
    String reason = isRefused ? "its folder takes no new files" : reason(cause);
    return new StorageException(path + " cannot be written: " + reason, cause);
  }

  /** A file that could not be read back. */
  public static StorageException reading(Path path, IOException cause) {
    return new StorageException(path + " cannot be read: " + reason(cause), cause);
  }

  /** Something of the machine that could not be had. */
  public static StorageException opening(String what, IOException cause) {
    return new StorageException(what + " cannot be opened: " + reason(cause), cause);
  }

  /**
   * What figures for a paper need: their fonts are unpacked where the machine keeps such things.
   */
  static StorageException making(UncheckedIOException cause) {
    return opening("a font for printed figures", Objects.requireNonNull(cause.getCause()));
  }

  /** The same with what can be done about it. */
  public StorageException saying(String more) {
    return new StorageException(getMessage() + "; " + more, this);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "it is not there";
      case ClosedChannelException _ -> "it is closed";
      case CharacterCodingException _ -> "it is not text in UTF-8";
      case DirectoryNotEmptyException _ -> "a folder of that name is there, and not empty";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    };
  }
}
