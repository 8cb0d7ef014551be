package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.numeric.SymmetricMatrix;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;

/** More unit vectors than dimensions, by their Gram matrix. */
final class FeatureDirections {
  private FeatureDirections() {}

  /** Evenly on a circle. */
  static SymmetricMatrix circle(int features) {
    return gram(features, i -> j -> FastMath.cos(2 * Math.PI * Math.abs(i - j) / features));
  }

  /** In all directions of a space, at random. */
  static SymmetricMatrix random(int features, int dimensions, int seed) {
    var source = new Well19937c(seed);
    double[][] vectors = new double[features][dimensions];
    for (double[] vector : vectors) {
      Arrays.setAll(vector, _ -> source.nextGaussian());
      double norm = FastMath.sqrt(product(vector, vector));
      Arrays.setAll(vector, d -> vector[d] / norm);
    }
    return gram(features, i -> j -> product(vectors[i], vectors[j]));
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int d = 0; d < left.length; d++) {
      sum += left[d] * right[d];
    }
    return sum;
  }

  private static SymmetricMatrix gram(int features, IntFunction<IntToDoubleFunction> entry) {
    double[][] rows = new double[features][features];
    for (int i = 0; i < features; i++) {
      Arrays.setAll(rows[i], entry.apply(i));
    }
    return SymmetricMatrix.of(rows);
  }
}
