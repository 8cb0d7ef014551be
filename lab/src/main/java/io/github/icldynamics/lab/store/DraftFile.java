package io.github.icldynamics.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file being written under another name, which it gets its own name from when it is whole. */
final class DraftFile {
  private static final String PREFIX = ".";
  private static final String MARK = ".icl-";

  private final Path file;
  private final Path draft;

  /** A name that a machine takes may leave no room for more letters. */
  private static final int LONGEST_START = 40;

  private boolean ended;

  private DraftFile(Path file, Path draft) {
    this.file = file;
    this.draft = draft;
  }

  /** The draft of a file, beside it. */
  static DraftFile of(Path file) {
    String own = file.getFileName().toString();
    String start = own.substring(0, Math.min(own.length(), LONGEST_START));
    // Threads write files whose names begin alike at once.
    String thread = start + "-" + Thread.currentThread().threadId();
    String name = PREFIX + thread + MARK + ProcessHandle.current().pid();
    return new DraftFile(file, file.toAbsolutePath().resolveSibling(name));
  }

  /** A file beside another one that is thrown away with the process. */
  static Path beside(Path file) {
    return of(file.resolveSibling(file.getFileName() + ".csv")).draft;
  }

  /** Whether a file is a draft whose process has ended, so that it can only be thrown away. */
  static boolean isDead(Path path) {
    String name = path.getFileName().toString();
    int mark = name.lastIndexOf(MARK);
    if (!name.startsWith(PREFIX)
        || mark < 0
        || !name.substring(mark + MARK.length()).matches("\\d{1,18}")) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(name.substring(mark + MARK.length()))).isEmpty();
  }

  /** Who writes a file. */
  @FunctionalInterface
  interface Filling {
    /** Writes it under the name of its draft. */
    void fill(Path draft) throws IOException;
  }

  void write(byte[] bytes) throws IOException {
    write(draft -> Files.write(draft, bytes));
  }

  void write(Filling filling) throws IOException {
    var hook = new Thread(this::end);
    var runtime = Runtime.getRuntime();
    try {
      runtime.addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new IOException("the process is about to end", e);
    }
    try {
      writeWhole(filling);
    } finally {
      remove(hook, runtime);
    }
  }

  private static void remove(Thread hook, Runtime runtime) {
    try {
      runtime.removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is about to end, and the hook with it.
    }
  }

  private synchronized void writeWhole(Filling filling) throws IOException {
    if (ended) {
      throw new IOException("the process is about to end");
    }
    try {
      filling.fill(draft);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Waits for a file that is being written; none is begun after this. */
  private synchronized void end() {
    ended = true;
  }
}
