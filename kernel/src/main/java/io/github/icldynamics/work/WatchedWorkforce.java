package io.github.icldynamics.work;

import java.util.List;
import java.util.function.Supplier;

/**
 * A workforce that tells how much of a stage is done, where the number of its pieces is known only
 * roughly beforehand: the share told goes to the stage's end, the slower the more pieces there are.
 */
public final class WatchedWorkforce implements Workforce {
  private final Workforce workforce;
  private final Progress progress;
  private final double from;
  private final double to;
  private final double expected;
  private double pieces;

  /**
   * @param from the share of the whole that is done before the stage
   * @param to and that after it
   * @param expected about how many pieces of work the stage has
   */
  public WatchedWorkforce(
      Workforce workforce, Progress progress, double from, double to, double expected) {
    this.workforce = workforce;
    this.progress = progress;
    this.from = from;
    this.to = to;
    this.expected = expected;
  }

  @Override
  public <T> List<T> inOrder(List<Supplier<T>> pieces) {
    return workforce.inOrder(pieces.stream().map(this::counted).toList());
  }

  private <T> Supplier<T> counted(Supplier<T> piece) {
    return () -> {
      var result = piece.get();
      count();
      return result;
    };
  }

  /** Counting and telling in one, so that the shares told never fall. */
  private synchronized void count() {
    pieces++;
    progress.report(from + (to - from) * pieces / (pieces + expected));
  }
}
