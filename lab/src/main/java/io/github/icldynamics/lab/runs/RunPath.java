package io.github.icldynamics.lab.runs;

import io.github.icldynamics.lab.store.RecordFile;
import io.github.icldynamics.lab.sweep.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a run of a store is: a folder, or a file in the folder of a sweep.
 *
 * @param path relative to the store, with slashes
 * @param stamp when its record was written, in nanoseconds: another one is another run
 */
record RunPath(String path, long stamp) {
  private static final Pattern HASH_AT_END = Pattern.compile("(.*)-([0-9a-f]{12})");
  private static final String UNFINISHED = ".unfinished";
  private static final String ENDING = ".json";

  /** Whether it is a run of a sweep, which is one file. */
  boolean isOfSweep() {
    return path.endsWith(ENDING) && path.indexOf('/') >= 0;
  }

  /** The name of the run, or of its sweep. */
  String name() {
    String folder = isOfSweep() ? path.substring(0, path.indexOf('/')) : path;
    var matcher = HASH_AT_END.matcher(folder);
    return matcher.matches() ? matcher.group(1) : folder;
  }

  /** The runs of a store, and how old its folders are. */
  static Stream<RunPath> in(Path store) throws IOException {
    try (var entries = Files.list(store)) {
      return entries.toList().stream().flatMap(entry -> of(entry, store));
    }
  }

  private static Stream<RunPath> of(Path entry, Path store) {
    String name = String.valueOf(entry.getFileName());
    if (name.startsWith(".") || name.endsWith(UNFINISHED)) {
      return Stream.empty();
    }
    // One look a run: there may be a hundred thousand.
    long stamp = stamp(RecordFile.in(entry));
    if (stamp >= 0) {
      return Stream.of(new RunPath(relative(entry, store), stamp));
    }
    return SweepFolder.isSweep(entry)
        ? SweepFolder.runFiles(entry).map(file -> new RunPath(relative(file, store), stamp(file)))
        : Stream.empty();
  }

  private static String relative(Path entry, Path store) {
    return store.relativize(entry).toString().replace('\\', '/');
  }

  static long stamp(Path file) {
    try {
      return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    } catch (IOException e) {
      // It is not there, or not any more.
      return -1;
    }
  }
}
