package io.github.icldynamics.lab.command;

import io.github.icldynamics.work.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A line on a terminal that says how much is done and how long the rest will take. */
final class ProgressBar implements Progress {
  private static final int WIDTH = 30;

  /** Work that is over sooner needs no bar. */
  private static final long PATIENCE_NANOS = 700_000_000L;

  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintWriter out;
  private final LongSupplier nanoTime;
  private final long begun;

  ProgressBar(PrintWriter out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  /** A bar on stderr if somebody is looking, else nothing. */
  static Progress onTerminal(PrintWriter err) {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        ? new ProgressBar(err, System::nanoTime)
        : Progress.none();
  }

  /**
   * Shows the share that is done, and wipes the line when all is.
   *
   * @param share in [0, 1]
   */
  @Override
  public synchronized void report(double share) {
    long elapsed = nanoTime.getAsLong() - begun;
    if (elapsed < PATIENCE_NANOS) {
      return;
    }
    String line = share < 1 ? text(share, elapsed / NANOS_PER_SECOND) : "";
    out.print("\r" + line + " ".repeat(Math.max(0, WIDTH + 40 - line.length())) + "\r" + line);
    out.flush();
  }

  private static String text(double share, double elapsed) {
    int filled = (int) (WIDTH * share);
    String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    String left = share > 0 ? Math.round(elapsed * (1 - share) / share) + " s left" : "";
    return bar + " " + Math.round(100 * share) + "%  " + left;
  }
}
