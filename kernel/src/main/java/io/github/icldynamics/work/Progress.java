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

  /** Nobody. */
  static Progress none() {
    return share -> {};
  }
}
