package io.github.icldynamics.work;

import java.util.function.Supplier;

/** Tells how many of so many pieces of equal work are done; pieces may be done at once. */
public final class CountedProgress {
  private final int all;
  private final Progress progress;
  private int done;

  /**
   * @param all how many pieces there will be, at least 1
   */
  public CountedProgress(int all, Progress progress) {
    this.all = all;
    this.progress = progress;
  }

  /** A piece that is counted when it is done. */
  public <T> Supplier<T> counted(Supplier<T> piece) {
    return () -> {
      var result = piece.get();
      report();
      return result;
    };
  }

  /** Counting and telling in one, so that the shares told never fall. */
  private synchronized void report() {
    done++;
    progress.report((double) done / all);
  }
}
