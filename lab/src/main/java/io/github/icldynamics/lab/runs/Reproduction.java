package io.github.icldynamics.lab.runs;

import io.github.icldynamics.lab.store.RecordFile;
import io.github.icldynamics.lab.store.RunFolder;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.sweep.SingleRun;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A run made once more, compared with what is stored byte by byte.
 *
 * @param files how many were compared
 * @param differences what differs; empty if nothing does
 */
public record Reproduction(int files, List<Difference> differences) {
  public Reproduction {
    differences = List.copyOf(differences);
  }

  /** A file that is another one now. */
  public record Difference(String file, String what) {}

  /** Whether every byte is the same. */
  public boolean isSame() {
    return differences.isEmpty();
  }

  /**
   * Makes a run once more.
   *
   * @param threads at least 1
   */
  public static Reproduction of(Systems systems, StoredRun run, int threads, Progress progress) {
    return run.isWhole()
        ? ofFolder(systems, run, threads, progress)
        : ofSweep(systems, run, threads, progress);
  }

  private static Reproduction ofSweep(
      Systems systems, StoredRun run, int threads, Progress progress) {
    String again =
        SingleRun.of(systems, Yaml.text(run.record().experiment()), threads, progress).text();
    String name = String.valueOf(run.path().getFileName());
    return of(
        List.of(name), file -> bytes(run.path()), file -> again.getBytes(StandardCharsets.UTF_8));
  }

  private static Reproduction ofFolder(
      Systems systems, StoredRun run, int threads, Progress progress) {
    Path scratch = scratch();
    try {
      var request = run.request();
      var given = systems.read(run.record().experiment());
      var making =
          new RunMaking(
              given, request.name(), request.times(), request.scale(), request.isForPaper());
      var plan = making.plan();
      var again = scratch.resolve("run");
      try (var folder = RunFolder.begin(again, given, plan)) {
        making.make(plan, folder, threads, progress);
      }
      var names = new TreeSet<String>();
      names.addAll(RecordFile.comparableFilesOf(run.path()));
      names.addAll(RecordFile.comparableFilesOf(again));
      return of(
          List.copyOf(names),
          file -> bytes(run.path().resolve(file)),
          file -> bytes(again.resolve(file)));
    } finally {
      RunFolder.discard(scratch);
    }
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("icl-reproduce-");
    } catch (IOException e) {
      throw StorageException.opening("a folder for the run that is made again", e);
    }
  }

  private interface Source {
    byte[] bytes(String file);
  }

  private static Reproduction of(List<String> files, Source stored, Source again) {
    var differences = new ArrayList<Difference>();
    for (String file : files) {
      FileDifference.between(file, stored.bytes(file), again.bytes(file))
          .ifPresent(what -> differences.add(new Difference(file, what)));
    }
    return new Reproduction(files.size(), differences);
  }

  /** The bytes of a file; none if it is not there. */
  private static byte[] bytes(Path file) {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw StorageException.reading(file, e);
    }
  }
}
