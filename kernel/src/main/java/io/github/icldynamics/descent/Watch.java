package io.github.icldynamics.descent;

/** Whoever is told where a run is, at every evaluation of its objective. */
@FunctionalInterface
public interface Watch {
  /**
   * Tells a time and the loss there; called often, from the thread of the run.
   *
   * @param tau the flow time
   * @param loss that a goal looks at
   */
  void at(double tau, double loss);

  /** Nobody. */
  static Watch none() {
    return (tau, loss) -> {};
  }

  /** An objective that tells where it is. */
  default Objective over(Objective objective) {
    return new WatchedObjective(objective, this);
  }
}
