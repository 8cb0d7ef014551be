package io.github.icldynamics.lab.command;

import io.github.icldynamics.work.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells people how far some work is: on a terminal by a line that is written again and again, from
 * before its first second is over; elsewhere by a line a minute, the first after some seconds. What
 * the work tells is only kept; a thread of its own shows it, so that silent work is shown too.
 */
final class ProgressDisplay implements Progress, AutoCloseable {
  private static final double SECOND = 1e9;

  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final double CENTURY = 36_525 * DAY;

  /** Work that is over sooner needs no bar; with the start of the program, less than a second. */
  private static final double PATIENCE = 0.3;

  private static final double PATIENCE_ELSEWHERE = 4;
  private static final double BETWEEN_LINES = 60;
  private static final long BETWEEN_LOOKS_MILLIS = 150;
  private static final int BAR = 30;

  private final PrintWriter out;
  private final LongSupplier nanoTime;
  private final boolean isTerminal;
  private final long begun;
  private volatile double share;
  private volatile Stage stage;
  private volatile Whereabouts whereabouts = new Whereabouts(0, "", 0);
  private int shownWidth;
  private double nextLine = PATIENCE_ELSEWHERE;
  private boolean closed;

  /** What the work is at, since when, and how much was done before. */
  private record Stage(String what, long begun, double before) {}

  /** Where a run was last; several numbers that belong together, read by another thread. */
  private record Whereabouts(double iterations, String quantity, double value) {
    @Override
    public String toString() {
      return quantity.isEmpty()
          ? ""
          : ", iteration %,.0f, %s %.3g".formatted(iterations, quantity, value);
    }
  }

  /**
   * A display that shows itself when told to.
   *
   * @param nanoTime a clock
   * @param isTerminal whether a line can be written again
   */
  ProgressDisplay(PrintWriter out, LongSupplier nanoTime, boolean isTerminal) {
    this.out = out;
    this.nanoTime = nanoTime;
    this.isTerminal = isTerminal;
    this.begun = nanoTime.getAsLong();
    this.stage = new Stage("at work", begun, 0);
  }

  /** One on stderr, which shows itself until it is closed. */
  static ProgressDisplay begin(PrintWriter err) {
    var display = new ProgressDisplay(err, System::nanoTime, isTerminal());
    Thread.ofPlatform().daemon().name("progress").start(display::showUntilClosed);
    return display;
  }

  private static boolean isTerminal() {
    boolean isDumb = "dumb".equals(System.getenv("TERM"));
    return !isDumb && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  @Override
  public void report(double done) {
    share = done;
  }

  @Override
  public void doing(String words) {
    whereabouts = new Whereabouts(0, "", 0);
    stage = new Stage(words, nanoTime.getAsLong(), share);
  }

  @Override
  public void at(double iterations, String quantity, double value) {
    whereabouts = new Whereabouts(iterations, quantity, value);
  }

  private synchronized void showUntilClosed() {
    try {
      while (!closed) {
        show();
        wait(BETWEEN_LOOKS_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Shows how far the work is, if it is time to. */
  synchronized void show() {
    double elapsed = (nanoTime.getAsLong() - begun) / SECOND;
    if (isTerminal && elapsed >= PATIENCE) {
      rewrite(bar() + " " + text(elapsed));
    } else if (!isTerminal && elapsed >= nextLine) {
      nextLine = elapsed + BETWEEN_LINES;
      out.println("icl: " + text(elapsed));
      out.flush();
    }
  }

  private String bar() {
    int filled = (int) (BAR * Math.clamp(share, 0, 1));
    return "█".repeat(filled) + "░".repeat(BAR - filled);
  }

  private String text(double elapsed) {
    return "%.0f%%  %s%s, %s".formatted(100 * share, stage.what, whereabouts, timeLeft(elapsed));
  }

  /** As long as the rest takes at the pace of what is being done now. */
  private String timeLeft(double elapsed) {
    var now = stage;
    double within = (nanoTime.getAsLong() - now.begun) / SECOND;
    double gained = share - now.before;
    return gained > 0 && share < 1
        ? duration(within * (1 - share) / gained) + " left"
        : duration(elapsed) + " so far";
  }

  /** In the unit that people would use. */
  private static String duration(double seconds) {
    if (seconds < 2 * MINUTE) {
      return "%.0f s".formatted(seconds);
    } else if (seconds < 2 * HOUR) {
      return "%.0f min".formatted(seconds / MINUTE);
    } else if (seconds < 2 * DAY) {
      return "%.0f h".formatted(seconds / HOUR);
    }
    return seconds < CENTURY ? "%,.0f days".formatted(seconds / DAY) : "more than a century";
  }

  private void rewrite(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, shownWidth - line.length())));
    out.flush();
    shownWidth = line.length();
  }

  /** Wipes the line; nothing is shown any more. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    if (shownWidth > 0) {
      rewrite("");
      out.print("\r");
      out.flush();
      shownWidth = 0;
    }
  }
}
