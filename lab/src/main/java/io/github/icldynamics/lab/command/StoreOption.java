package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.runs.Condition;
import io.github.icldynamics.lab.runs.RunIndex;
import io.github.icldynamics.lab.runs.StoredRun;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs are looked for. */
final class StoreOption {
  private static final int FEWEST_DIGITS = 4;
  private static final int MOST = 1_000_000;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "the folder in which the runs are (default: runs)")
  private @Nullable String store;

  Path path() {
    return store == null ? Path.of("runs") : GivenPath.of("--store", store);
  }

  RunIndex index(Progress progress) {
    return RunIndex.open(path(), Runtime.getRuntime().availableProcessors(), progress);
  }

  /** The run that a word means: a path, the name of a folder, or the beginning of a hash. */
  StoredRun run(String word, Progress progress) {
    return StoredRun.read(pathOf(word, progress));
  }

  /**
   * The same without those that have failed, of which nothing is there; named, they are refused.
   */
  List<Path> made(List<String> words, @Nullable String where, Progress progress) {
    return chosen(words, where == null ? null : "(" + where + ") and outcome <> failed", progress);
  }

  /** Those that a condition is true of, or those named. */
  List<Path> chosen(List<String> words, @Nullable String where, Progress progress) {
    if (where == null) {
      if (words.isEmpty()) {
        throw new InvalidInputException("RUN", "must name a run, or --where must say which");
      }
      return words.stream().map(word -> pathOf(word, progress)).toList();
    }
    if (!words.isEmpty()) {
      throw new InvalidInputException("RUN", "cannot go with --where");
    }
    var condition = Condition.of("--where", where);
    try (var index = index(progress)) {
      return index.find(condition, MOST).stream().map(RunIndex.Found::path).toList();
    }
  }

  private Path pathOf(String word, Progress progress) {
    var given = GivenPath.of("RUN", word);
    if (Files.exists(given)) {
      return given;
    }
    var inStore = path().resolve(given);
    if (Files.exists(inStore)) {
      return inStore;
    }
    if (!word.matches("[0-9a-f]{" + FEWEST_DIGITS + ",12}")) {
      throw new InvalidInputException(
          "RUN", "must be a run folder, or the beginning of a hash, not " + word);
    }
    return byHash(word, progress);
  }

  private Path byHash(String hash, Progress progress) {
    try (var index = index(progress)) {
      var found = index.withHash(hash);
      var hashes = found.stream().map(RunIndex.Found::hash).distinct().toList();
      if (hashes.size() == 1) {
        // A folder has more than a run of a sweep.
        return found.stream()
            .map(RunIndex.Found::path)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(found.getFirst().path());
      }
      throw new InvalidInputException(
          "RUN",
          hashes.isEmpty()
              ? "must be a run folder, or the beginning of a hash, and no run in %s has %s"
                  .formatted(path(), hash)
              : "must be one run, and %s begins several hashes: %s"
                  .formatted(hash, hashes.stream().limit(5).collect(Collectors.joining(", "))));
    }
  }
}
