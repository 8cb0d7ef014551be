package io.github.icldynamics.lab.sweep;

import java.util.Iterator;
import java.util.function.Consumer;

/** Who carries out the runs of a sweep: threads of this process, or other machines. */
public interface SweepEngine extends AutoCloseable {
  /**
   * Carries out runs, in any order.
   *
   * @param jobs each the text of an experiment; taken one after the other as there is room
   * @param done told each run once, by one thread at a time
   */
  void carryOut(Iterator<String> jobs, Consumer<FinishedRun> done);

  /** Lets go of what it holds. */
  @Override
  default void close() {}
}
