package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.lab.run.Workers;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.work.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Threads of this process. Each takes the next run when it is done with one; a few runs alone are
 * made one after the other, each by all threads.
 */
public final class LocalEngine implements SweepEngine {
  private final Systems systems;
  private final int threads;
  private final Progress progress;

  /**
   * @param threads at least 1; no run depends on it
   * @param progress told where the runs are
   */
  public LocalEngine(Systems systems, int threads, Progress progress) {
    this.systems = systems;
    this.threads = threads;
    this.progress = progress;
  }

  @Override
  public void carryOut(Iterator<String> jobs, Consumer<FinishedRun> done) {
    var first = new ArrayList<String>();
    while (jobs.hasNext() && first.size() < threads) {
      first.add(jobs.next());
    }
    if (jobs.hasNext()) {
      shareOut(new SharedJobs(first.iterator(), jobs), done);
    } else {
      first.forEach(job -> done.accept(SingleRun.of(systems, job, threads, progress)));
    }
  }

  private void shareOut(SharedJobs jobs, Consumer<FinishedRun> done) {
    Supplier<Integer> worker = () -> workOff(jobs, done);
    try (var workers = new Workers(threads)) {
      workers.inOrder(Collections.nCopies(threads, worker));
    }
  }

  /** Returns how many it has done. */
  private int workOff(SharedJobs jobs, Consumer<FinishedRun> done) {
    int number = 0;
    for (var job = jobs.next(); job.isPresent(); job = jobs.next()) {
      try {
        var run = SingleRun.of(systems, job.get(), 1, Progress.none());
        jobs.tell(() -> done.accept(run));
        number++;
      } catch (RuntimeException | Error e) {
        // The others have no reason to go on: their runs would be kept, but nobody waits for them.
        jobs.end();
        throw e;
      }
    }
    return number;
  }

  /** Jobs that several threads take; what they tell is told one after the other. */
  private static final class SharedJobs {
    private final List<Iterator<String>> sources;
    private boolean ended;

    SharedJobs(Iterator<String> first, Iterator<String> rest) {
      this.sources = List.of(first, rest);
    }

    synchronized Optional<String> next() {
      return ended
          ? Optional.empty()
          : sources.stream().filter(Iterator::hasNext).findFirst().map(Iterator::next);
    }

    synchronized void end() {
      ended = true;
    }

    synchronized void tell(Runnable telling) {
      telling.run();
    }
  }
}
