package io.github.icldynamics.lab.runs;

import io.github.icldynamics.lab.store.RecordFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Runs with all their files as one zip; of equal files the same bytes on one machine. */
public final class RunArchive {
  /** The earliest that the format can say: when an archive is made says nothing of its files. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private RunArchive() {}

  /** Writes the files of some runs, each below the name of its folder. */
  public static void write(List<StoredRun> runs, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    var names = new HashSet<String>();
    for (var run : runs) {
      String folder = name(run);
      if (!names.add(folder)) {
        continue;
      }
      if (!run.isWhole()) {
        put(run.path(), folder, zip);
        continue;
      }
      for (String file : new TreeSet<>(RecordFile.allFilesOf(run.path()))) {
        put(run.path().resolve(file), folder + "/" + file, zip);
      }
    }
    zip.finish();
  }

  /** That of the folder; of a run of a sweep, below that of the sweep. */
  private static String name(StoredRun run) {
    var path = run.path().toAbsolutePath().normalize();
    int names = path.getNameCount();
    return run.isWhole() || names < 3
        ? String.valueOf(path.getFileName())
        : path.subpath(names - 3, names).toString().replace('\\', '/');
  }

  private static void put(Path file, String name, ZipOutputStream zip) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    var entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
