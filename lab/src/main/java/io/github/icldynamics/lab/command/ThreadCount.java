package io.github.icldynamics.lab.command;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Numerals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --threads}, for every command that works on several. */
final class ThreadCount {
  private static final Bounds NUMBERS = Bounds.count(1, 1024);

  @Option(names = "--threads", paramLabel = "n", description = "threads to use (default: all)")
  private @Nullable String threads;

  /** How many to use; the processors of the machine if nothing is said. */
  int number() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : of("--threads", threads);
  }

  /** A number of threads or cores. */
  static int of(String option, String text) {
    return (int) NUMBERS.require(option, Numerals.whole(option, text));
  }
}
