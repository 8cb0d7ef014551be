package io.github.icldynamics.linearclassification.objective;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The trapezoidal rule for expectations over a standard Gaussian variable g of functions that are
 * analytic around the real axis.
 *
 * <p>For {@code f(L + A g)} with f the logistic function or its like, the poles lie {@code π/A}
 * away from the axis, and a step h errs by about {@code exp(−2π²/h²)} (the Gaussian itself) plus
 * {@code exp(−2π²/(Ah) + π²/(2A²))} (the nearest poles). Both are kept below e^{−29}; so is what is
 * cut off at the ends. Each derivative of f takes a factor of up to 10 of it away.
 */
final class GaussianGrid {
  private static final double LOG_ACCURACY = 29;

  /** Beyond it the nodes would be too many; a spread like this is met only far from any optimum. */
  private static final double WIDEST = 200;

  private static final double RATIO_OF_STEPS = FastMath.pow(2, -0.25);

  private static final List<GaussianGrid> BY_SPREAD = build();

  /** The nodes, ascending and symmetric about 0; not to be changed. */
  final double[] nodes;

  /** Their weights, summing to 1 to the rule's accuracy; not to be changed. */
  final double[] weights;

  private final double largestSpread;

  private GaussianGrid(double[] nodes, double[] weights, double largestSpread) {
    this.nodes = nodes;
    this.weights = weights;
    this.largestSpread = largestSpread;
  }

  private static List<GaussianGrid> build() {
    var grids = new ArrayList<GaussianGrid>();
    grids.add(new GaussianGrid(new double[] {0}, new double[] {1}, 0));
    double step = FastMath.PI * FastMath.sqrt(2 / LOG_ACCURACY);
    for (double reached = 0; reached < WIDEST; step *= RATIO_OF_STEPS) {
      var grid = ofStep(step, largestSpread(step));
      grids.add(grid);
      reached = grid.largestSpread;
    }
    return List.copyOf(grids);
  }

  /** Where {@code 2π²/(Ah) − π²/(2A²)} is the logarithm of the accuracy. */
  private static double largestSpread(double step) {
    double share = LOG_ACCURACY * step * step / (2 * FastMath.PI * FastMath.PI);
    return 0.5 * step / (1 - FastMath.sqrt(FastMath.max(0, 1 - share)));
  }

  private static GaussianGrid ofStep(double step, double largestSpread) {
    int reach = (int) FastMath.ceil(FastMath.sqrt(2 * LOG_ACCURACY) / step);
    double[] nodes = new double[2 * reach + 1];
    double[] weights = new double[2 * reach + 1];
    for (int i = 0; i < nodes.length; i++) {
      double node = (i - reach) * step;
      nodes[i] = node;
      weights[i] = step * FastMath.exp(-0.5 * node * node) / FastMath.sqrt(2 * FastMath.PI);
    }
    return new GaussianGrid(nodes, weights, largestSpread);
  }

  /** The smallest grid that is good for a spread A ≥ 0; the largest of all if A is beyond it. */
  static GaussianGrid forSpread(double spread) {
    int low = 0;
    int high = BY_SPREAD.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (BY_SPREAD.get(middle).largestSpread < spread) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return BY_SPREAD.get(low);
  }

  /** How many nodes the largest grid has. */
  static int largestSize() {
    return BY_SPREAD.getLast().nodes.length;
  }
}
