package io.github.icldynamics.numeric;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;

/** Orthonormal vectors in random directions. */
public final class OrthonormalVectors {
  private OrthonormalVectors() {}

  /**
   * The first columns of a rotation or reflection that is Haar-distributed.
   *
   * @param count from 1 to the dimension
   * @param seed equal seeds give equal vectors
   */
  public static List<Vector> random(int count, int dimension, long seed) {
    var random = new Well19937c(seed);
    var gaussian = new Array2DRowRealMatrix(dimension, count);
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < count; j++) {
        gaussian.setEntry(i, j, random.nextGaussian());
      }
    }
    var decomposition = new QRDecomposition(gaussian);
    var vectors = new ArrayList<Vector>();
    for (int k = 0; k < count; k++) {
      // The decomposition chooses signs; those of R's diagonal undo its choice.
      double sign = FastMath.copySign(1, decomposition.getR().getEntry(k, k));
      vectors.add(Vector.of(decomposition.getQ().getColumnVector(k).mapMultiply(sign).toArray()));
    }
    return vectors;
  }
}
