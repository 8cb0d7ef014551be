package io.github.icldynamics.work;

/** Whoever is told how much of some work is done. */
@FunctionalInterface
public interface Progress {
  /**
   * Tells the share that is done, now and then, from any thread.
   *
   * @param share in [0, 1]
   */
  void report(double share);

  /**
   * Tells what the work is at, in a few words.
   *
   * @param what such as {@code training}
   */
  default void doing(String what) {}

  /**
   * Tells where a run is; as often as it likes, for nothing is made of it until somebody looks.
   *
   * @param iterations {@code τ/η}
   * @param quantity what it looks at, such as {@code error}
   * @param value of that quantity
   */
  default void at(double iterations, String quantity, double value) {}

  /** Nobody. */
  static Progress none() {
    return share -> {};
  }
}
