package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.lab.store.RunFolder;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The folder of a sweep: its document, its runs by hash, and what is made of them. Every file is
 * there whole or not at all, so a sweep that was killed goes on with the runs that are there.
 */
public final class SweepFolder implements AutoCloseable {
  /** The document of a sweep. */
  public static final String DOCUMENT = "sweep.yaml";

  static final String REPORT = "report.html";
  static final String RUNS = "runs";
  private static final String LOCK = ".lock";
  private static final String ENDING = ".json";
  private static final String OWN_FILES =
      "table\\.(csv|parquet|tex)|report\\.html|(map|lines|fit)(-.*)?\\.(svg|png|pdf|csv)";

  private final Path folder;
  private final FileChannel lock;
  private final SweepRuns runs;

  private SweepFolder(Path folder, FileChannel lock, SweepRuns runs) {
    this.folder = folder;
    this.lock = lock;
    this.runs = runs;
  }

  /** Where a sweep is kept if nobody says where. */
  public static Path defaultPath(Sweep sweep) {
    return RunFolder.defaultPath(sweep.name(), SweepFormat.write(sweep));
  }

  /**
   * Opens the folder of a sweep, if need be a new one.
   *
   * @throws InvalidInputException if it holds something else, or if another process has it
   * @throws StorageException if the machine does not let it be written
   */
  public static SweepFolder open(Path folder, Sweep sweep) {
    String document = Yaml.text(SweepFormat.write(sweep));
    ReportFile.requireWritable(folder.resolve(DOCUMENT));
    requireOwn(folder, document);
    try {
      ReportFile.tidy(Files.createDirectories(folder.resolve(RUNS)));
      var lock = locked(folder);
      try {
        // Again: another process may have made it another sweep's meanwhile.
        requireOwn(folder, document);
        if (!Files.exists(folder.resolve(DOCUMENT))) {
          ReportFile.write(folder.resolve(DOCUMENT), document);
        }
        return new SweepFolder(folder, lock, SweepRuns.withThoseBeside(folder));
      } catch (InvalidInputException | StorageException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw StorageException.writing(folder, e);
    }
  }

  /**
   * The same, without any run that is there.
   *
   * @throws InvalidInputException as {@link #open}
   */
  public static SweepFolder anew(Path folder, Sweep sweep) {
    var opened = open(folder, sweep);
    opened.dropRuns();
    return new SweepFolder(folder, opened.lock, SweepRuns.alone(folder));
  }

  private void dropRuns() {
    try (var runs = Files.newDirectoryStream(folder.resolve(RUNS), "*" + ENDING)) {
      // Without it the sweep is unfinished.
      Files.deleteIfExists(folder.resolve(REPORT));
      for (var run : runs) {
        Files.delete(run);
      }
    } catch (IOException e) {
      throw StorageException.writing(folder, e);
    }
  }

  /** Whether a folder is that of a sweep. */
  public static boolean isSweep(Path folder) {
    return Files.isRegularFile(folder.resolve(DOCUMENT));
  }

  /**
   * Makes sure that the folder of a sweep holds nothing else.
   *
   * @throws InvalidInputException if it does
   */
  public static void requireNothingElse(Path folder) {
    ReportFile.tidy(folder);
    ReportFile.tidy(runsOf(folder));
    try (var entries = Files.walk(folder)) {
      entries
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(entry -> !isOwn(entry))
          .findFirst()
          .ifPresent(
              foreign -> {
                throw new InvalidInputException(
                    folder.toString(), "must hold nothing but a sweep, not " + foreign);
              });
    } catch (IOException e) {
      throw StorageException.reading(folder, e);
    }
  }

  private static boolean isOwn(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return entry.getNameCount() == 1
        ? name.equals(DOCUMENT) || name.equals(LOCK) || name.matches(OWN_FILES)
        : entry.startsWith(RUNS) && isRun(entry);
  }

  /** Where the folder of a sweep has its runs. */
  public static Path runsOf(Path folder) {
    return folder.resolve(RUNS);
  }

  private static boolean isRun(Path file) {
    return String.valueOf(file.getFileName()).matches("[0-9a-f]{12}\\.json");
  }

  /** The runs in the folder of a sweep, by their names; none if they cannot be listed. */
  public static Stream<Path> runFiles(Path folder) {
    try (var runs = Files.list(runsOf(folder))) {
      return runs.filter(SweepFolder::isRun).sorted().toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static void requireOwn(Path folder, String document) {
    try {
      var file = folder.resolve(DOCUMENT);
      boolean isOwn = Files.isRegularFile(file) && Files.readString(file).equals(document);
      if (!isOwn && Files.exists(folder) && !isEmptyFolder(folder)) {
        throw new InvalidInputException(
            "sweep folder",
            "must be new or empty or hold the same sweep, not %s, which holds something else"
                .formatted(folder));
      }
    } catch (IOException e) {
      throw StorageException.reading(folder, e);
    }
  }

  /** Whether there is nothing, or no more than that with which a sweep begins. */
  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var entries = Files.list(folder)) {
      return entries.allMatch(SweepFolder::isOfBeginning);
    }
  }

  private static boolean isOfBeginning(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return name.equals(LOCK) || (name.equals(RUNS) && isEmptyOf(entry));
  }

  private static boolean isEmptyOf(Path runs) {
    try (var entries = Files.list(runs)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static FileChannel locked(Path folder) throws IOException {
    var channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Another sweep of this process has it.
    }
    channel.close();
    throw new InvalidInputException(
        "sweep folder", "must not be in use by another process, and " + folder + " is");
  }

  /** A file of it. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Its runs, and those of the sweeps beside it. */
  SweepRuns runs() {
    return runs;
  }

  @Override
  public void close() {
    try {
      // The file stays: another process may be waiting with it in its hands.
      lock.close();
    } catch (IOException e) {
      throw StorageException.writing(folder, e);
    }
  }
}
