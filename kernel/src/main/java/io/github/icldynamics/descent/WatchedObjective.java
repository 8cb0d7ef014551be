package io.github.icldynamics.descent;

/** An objective of which somebody is told where it is; otherwise the same. */
record WatchedObjective(Objective objective, Watch watch) implements Objective {
  @Override
  public int size() {
    return objective.size();
  }

  @Override
  public double descend(double tau, double[] weights, double[] direction) {
    double loss = objective.descend(tau, weights, direction);
    watch.at(tau, loss);
    return loss;
  }

  @Override
  public void balance(double[] direction) {
    objective.balance(direction);
  }

  @Override
  public int[] blocks() {
    return objective.blocks();
  }

  @Override
  public double multiplicity(int entry) {
    return objective.multiplicity(entry);
  }

  @Override
  public double nextKink(double tau) {
    return objective.nextKink(tau);
  }

  @Override
  public boolean isRandom() {
    return objective.isRandom();
  }

  @Override
  public double largestWeight() {
    return objective.largestWeight();
  }
}
