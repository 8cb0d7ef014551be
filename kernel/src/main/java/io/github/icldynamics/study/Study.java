package io.github.icldynamics.study;

import java.util.function.Supplier;

/**
 * A question about a system, and how its answer is worked out.
 *
 * @param <E> the system's experiments
 * @param key its name on the command line and of its files
 * @param work makes the page; a pure function
 */
public record Study<E>(String key, Supplier<StudyPage<E>> work) {
  /** Works it out. */
  public StudyPage<E> make() {
    return work.get();
  }
}
