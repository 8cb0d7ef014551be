package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.Well19937c;

/** Weights to try a statement at that is made about all weights. */
final class RandomWeights {
  private RandomWeights() {}

  /**
   * Random weights, evenly distributed.
   *
   * @param largest their largest absolute entry
   */
  static List<Vector> of(int count, int size, double largest, long seed) {
    var random = new Well19937c(seed);
    var all = new ArrayList<Vector>();
    for (int i = 0; i < count; i++) {
      double[] weights = new double[size];
      for (int k = 0; k < size; k++) {
        weights[k] = largest * (2 * random.nextDouble() - 1);
      }
      all.add(Vector.of(weights));
    }
    return all;
  }
}
