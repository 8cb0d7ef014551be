package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.ExponentialKernel;
import io.github.icldynamics.numeric.LogarithmKernel;

/**
 * The logistic loss smoothed by Gaussian noise, {@code κ₀(L, A) = E ln(1 + e^{L + A g})} with
 * {@code g ~ N(0, 1)}, and its first four derivatives in L: {@code κ₁ = E σ, κ₂ = E σ′, κ₃ = E σ″,
 * κ₄ = E σ‴}, for many cases at a time.
 *
 * <p>The nodes of several cases are laid end to end, so that the loops over exponentials are long.
 * Not for use by two threads at once.
 */
final class LogisticSmoothing {
  /** Enough for long loops, and for the nodes of any one case. */
  private static final int BUFFER = Math.max(4096, GaussianGrid.largestSize());

  private final double[] magnitude = new double[BUFFER];
  private final double[] exponential = new double[BUFFER];
  private final double[] decrement = new double[BUFFER];
  private final double[] logarithm = new double[BUFFER];
  private final double[] usedUp = new double[BUFFER];
  private final double[] alsoUsedUp = new double[BUFFER];
  private final double[] argument = new double[BUFFER];

  private final GaussianGrid[] grids;
  private final double[] level;
  private final double[] spread;
  private int cases;

  /** κ₀ of each case: the loss. */
  final double[] loss;

  /** κ₁, κ₂, κ₃ and κ₄ of each case. */
  final double[] first;

  final double[] second;
  final double[] third;
  final double[] fourth;

  /**
   * @param capacity how many cases it can hold
   */
  LogisticSmoothing(int capacity) {
    grids = new GaussianGrid[capacity];
    level = new double[capacity];
    spread = new double[capacity];
    loss = new double[capacity];
    first = new double[capacity];
    second = new double[capacity];
    third = new double[capacity];
    fourth = new double[capacity];
  }

  /** Forgets all cases. */
  void clear() {
    cases = 0;
  }

  /**
   * Takes one more case.
   *
   * @param l L
   * @param a A ≥ 0
   */
  void add(double l, double a) {
    level[cases] = l;
    spread[cases] = a;
    grids[cases] = GaussianGrid.forSpread(a);
    cases++;
  }

  /** Works out all cases taken. */
  void evaluate() {
    int begun = 0;
    int filled = 0;
    for (int i = 0; i < cases; i++) {
      var grid = grids[i];
      if (filled + grid.nodes.length > BUFFER) {
        reduce(begun, i, filled);
        begun = i;
        filled = 0;
      }
      fill(i, grid, filled);
      filled += grid.nodes.length;
    }
    reduce(begun, cases, filled);
  }

  private void fill(int at, GaussianGrid grid, int from) {
    double[] nodes = grid.nodes;
    for (int j = 0; j < nodes.length; j++) {
      argument[from + j] = level[at] + spread[at] * nodes[j];
    }
  }

  /** With {@code e = e^{−|t|}}: {@code σ(|t|) = 1/(1+e)}, {@code ln(1+e) = −ln σ(|t|)}. */
  private void reduce(int from, int to, int filled) {
    for (int i = 0; i < filled; i++) {
      magnitude[i] = Math.min(Math.abs(argument[i]), ExponentialKernel.LARGEST_ARGUMENT);
    }
    ExponentialKernel.negative(magnitude, exponential, decrement, filled);
    for (int i = 0; i < filled; i++) {
      double sigma = 1 / (1 + exponential[i]);
      decrement[i] = -exponential[i] * sigma;
      exponential[i] = sigma;
    }
    // The logarithm's kernel uses up its arguments.
    System.arraycopy(decrement, 0, alsoUsedUp, 0, filled);
    System.arraycopy(exponential, 0, usedUp, 0, filled);
    LogarithmKernel.ofAtMostOne(usedUp, alsoUsedUp, logarithm, filled);
    for (int i = 0; i < filled; i++) {
      double upper = exponential[i];
      double lower = -decrement[i];
      logarithm[i] = Math.max(argument[i], 0) - logarithm[i];
      exponential[i] = argument[i] > 0 ? upper : lower;
      decrement[i] = upper * lower;
    }
    int at = 0;
    for (int i = from; i < to; i++) {
      at += sum(i, grids[i], at);
    }
  }

  private int sum(int at, GaussianGrid grid, int from) {
    double[] weights = grid.weights;
    double k0 = 0;
    double k1 = 0;
    double k2 = 0;
    double k3 = 0;
    double k4 = 0;
    for (int j = 0; j < weights.length; j++) {
      int node = from + j;
      double w = weights[j];
      double sigma = exponential[node];
      double slope = decrement[node];
      k0 += w * logarithm[node];
      k1 += w * sigma;
      k2 += w * slope;
      k3 += w * slope * (1 - 2 * sigma);
      k4 += w * slope * (1 - 6 * slope);
    }
    loss[at] = k0;
    first[at] = k1;
    second[at] = k2;
    third[at] = k3;
    fourth[at] = k4;
    return weights.length;
  }
}
