package io.github.icldynamics.lab.run;

import io.github.icldynamics.work.Workforce;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Threads that share out pieces of work; what comes out does not depend on their number. */
public final class Workers implements Workforce, AutoCloseable {
  private final ExecutorService pool;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /**
   * @param threads at least 1
   */
  public Workers(int threads) {
    this.pool = Executors.newFixedThreadPool(threads);
  }

  /**
   * The results of pieces, in their order; begun in that order too. The failure that came first is
   * thrown.
   */
  @Override
  public <T> List<T> inOrder(List<Supplier<T>> pieces) {
    var results = new ArrayList<T>(pieces.size());
    try {
      for (Future<T> future : pool.invokeAll(pieces.stream().map(this::unlessFailed).toList())) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while at work", e);
    } catch (ExecutionException e) {
      throw switch (failure.get()) {
        case RuntimeException cause -> cause;
        case Error error -> throw error;
        case null, default -> new IllegalStateException("a piece of work failed", e);
      };
    }
  }

  /** After a failure no piece is begun: nobody would see its result. */
  private <T> Callable<T> unlessFailed(Supplier<T> piece) {
    return () -> {
      if (failure.get() != null) {
        throw new CancellationException("another piece of work has failed");
      }
      try {
        return piece.get();
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
        throw e;
      }
    };
  }

  @Override
  public void close() {
    pool.close();
  }
}
