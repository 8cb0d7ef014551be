package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
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
    var vectors = Stream.generate(() -> direction(source, dimensions)).limit(features).toList();
    return gram(features, i -> j -> vectors.get(i).dot(vectors.get(j)));
  }

  private static Vector direction(Well19937c source, int dimensions) {
    var drawn = Stream.generate(source::nextGaussian).limit(dimensions).toList();
    double norm = FastMath.sqrt(Vector.copyOf(drawn).dot(Vector.copyOf(drawn)));
    return Vector.copyOf(drawn.stream().map(component -> component / norm).toList());
  }

  private static SymmetricMatrix gram(int features, IntFunction<IntToDoubleFunction> entry) {
    double[][] rows = new double[features][features];
    for (int i = 0; i < features; i++) {
      Arrays.setAll(rows[i], entry.apply(i));
    }
    return SymmetricMatrix.of(rows);
  }
}
