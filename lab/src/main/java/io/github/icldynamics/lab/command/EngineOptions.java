package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.sweep.SweepEngine;
import io.github.icldynamics.lab.sweep.SweepEngines;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.work.Progress;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who makes the runs of a sweep. */
final class EngineOptions {
  private static final String LOCAL = "local";

  @Option(
      names = "--engine",
      paramLabel = "local|spark",
      description = "who makes the runs: threads of this machine, or Apache Spark (default: local)")
  private String engine = LOCAL;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "of Spark: local[*] or spark://HOST:PORT (default: local[*])")
  private @Nullable String master;

  @Option(
      names = "--workers",
      paramLabel = "n",
      description = "how many cores Spark may use (default: all)")
  private @Nullable String workerCount;

  /**
   * Makes sure that there is such an engine, and that the options go with it.
   *
   * @throws InvalidInputException if not
   */
  void require(SweepEngines engines) {
    engines.named(engine);
    cores();
    boolean isLocal = engine.equals(LOCAL);
    Subcommand.requireNotBoth(isLocal && master != null, "--master", "--engine local");
    Subcommand.requireNotBoth(isLocal && workerCount != null, "--workers", "--engine local");
  }

  private OptionalInt cores() {
    return workerCount == null
        ? OptionalInt.empty()
        : OptionalInt.of(ThreadCount.of("--workers", workerCount));
  }

  SweepEngine open(SweepEngines engines, Systems systems, int threads, Progress progress) {
    return engines
        .named(engine)
        .open(
            new SweepEngines.Request(
                systems, threads, Optional.ofNullable(master), cores(), progress));
  }
}
