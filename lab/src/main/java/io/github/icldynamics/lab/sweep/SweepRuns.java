package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.lab.store.Provenance;
import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.lab.store.RunText;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The runs of a sweep by hash, a file each; those of the sweeps beside it are taken over. */
final class SweepRuns {
  private static final String ENDING = ".json";

  private final Path own;
  private final List<Path> others;

  private SweepRuns(Path own, List<Path> others) {
    this.own = own;
    this.others = List.copyOf(others);
  }

  /** Those of a sweep alone. */
  static SweepRuns alone(Path sweep) {
    return new SweepRuns(SweepFolder.runsOf(sweep), List.of());
  }

  /** Those of a sweep, and of the other sweeps of its store. */
  static SweepRuns withThoseBeside(Path sweep) throws IOException {
    return new SweepRuns(SweepFolder.runsOf(sweep), beside(sweep.toAbsolutePath()));
  }

  private static List<Path> beside(Path sweep) throws IOException {
    var store = sweep.getParent();
    if (store == null) {
      return List.of();
    }
    try (var entries = Files.list(store)) {
      return entries
          .filter(entry -> !entry.equals(sweep) && SweepFolder.isSweep(entry))
          .map(SweepFolder::runsOf)
          .sorted()
          .toList();
    }
  }

  private Path run(String hash) {
    return own.resolve(hash + ENDING);
  }

  /** Whether a run is there that this program has made, or one of a sweep beside, taken over. */
  boolean has(String hash) {
    if (isOfThisProgram(run(hash))) {
      return true;
    }
    for (var runs : others) {
      var other = runs.resolve(hash + ENDING);
      if (isOfThisProgram(other) && isTakenOver(other, run(hash))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTakenOver(Path other, Path own) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(other);
    } catch (IOException e) {
      // Somebody has removed it meanwhile.
      return false;
    }
    ReportFile.write(own, bytes);
    return true;
  }

  /** Runs of other versions might be rounded differently, and damaged ones are made again. */
  private static boolean isOfThisProgram(Path file) {
    return Files.isRegularFile(file)
        && read(file).filter(run -> run.version().equals(Provenance.version())).isPresent();
  }

  /** The run of an experiment that is there. */
  RunText runOf(String hash) {
    var file = run(hash);
    return read(file)
        .orElseThrow(() -> StorageException.reading(file, new IOException("it is damaged")));
  }

  /** No value if it is damaged, or has gone. */
  private static Optional<RunText> read(Path file) {
    try {
      return Optional.of(RunText.read(file.toString(), Files.readString(file)));
    } catch (InvalidInputException | IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps a run. */
  void keep(FinishedRun run) {
    ReportFile.write(run(run.hash()), run.text());
  }
}
