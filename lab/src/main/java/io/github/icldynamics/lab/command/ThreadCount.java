package io.github.icldynamics.lab.command;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Numerals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --threads}, for every command that works on several. */
final class ThreadCount {
  private static final long MOST = 1024;

  @Option(names = "--threads", paramLabel = "n", description = "threads to use (default: all)")
  private @Nullable String threads;

  /** How many to use; the processors of the machine if nothing is said. */
  int number() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    long number = Numerals.whole("--threads", threads);
    if (number < 1 || number > MOST) {
      throw new InvalidInputException("--threads", "must be from 1 to 1024, not " + number);
    }
    return (int) number;
  }
}
