package io.github.icldynamics.lab.run;

import io.github.icldynamics.classification.Workforce;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** Threads that share out tasks; what comes out does not depend on their number. */
public final class Workers implements Workforce, AutoCloseable {
  private final ExecutorService pool;
  private volatile boolean failed;
  private int done;
  private final int all;
  private final DoubleConsumer progress;

  /**
   * @param threads at least 1
   * @param all how many tasks there will be in all
   * @param progress told the share of the tasks that are done, from any thread
   */
  public Workers(int threads, int all, DoubleConsumer progress) {
    this.pool = Executors.newFixedThreadPool(threads);
    this.all = all;
    this.progress = progress;
  }

  /** The results of tasks, in their order; begun in that order too. The first failure is thrown. */
  @Override
  public <T> List<T> inOrder(List<Supplier<T>> tasks) {
    var results = new ArrayList<T>(tasks.size());
    try {
      for (Future<T> future : pool.invokeAll(tasks.stream().map(this::counted).toList())) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while at work", e);
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case RuntimeException cause -> cause;
        case Error error -> throw error;
        case null, default -> new IllegalStateException("a task failed", e);
      };
    }
  }

  private <T> Callable<T> counted(Supplier<T> task) {
    return () -> {
      var result = unlessFailed(task);
      report();
      return result;
    };
  }

  /** After a failure no task is begun: nobody would see its result. */
  private <T> T unlessFailed(Supplier<T> task) {
    if (failed) {
      throw new CancellationException("another task has failed");
    }
    try {
      return task.get();
    } catch (RuntimeException | Error e) {
      failed = true;
      throw e;
    }
  }

  /** Counting and telling in one, so that the shares told never fall. */
  private synchronized void report() {
    done++;
    progress.accept((double) done / all);
  }

  @Override
  public void close() {
    pool.close();
  }
}
