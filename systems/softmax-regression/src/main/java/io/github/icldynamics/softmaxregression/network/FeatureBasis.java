package io.github.icldynamics.softmaxregression.network;

import io.github.icldynamics.numeric.OrthonormalVectors;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * Orthonormal features {@code v_1 … v_K} of R^d, {@code K ≤ d}.
 *
 * @param vectors the features
 */
public record FeatureBasis(List<Vector> vectors) {
  public FeatureBasis {
    vectors = List.copyOf(vectors);
  }

  /** The first K of d vectors in random directions, uniformly distributed. */
  public static FeatureBasis random(int features, int dimension, long seed) {
    if (features < 1 || features > dimension) {
      throw new InvalidInputException(
          "features", "must be from 1 to the dimension " + dimension + ", not " + features);
    }
    return new FeatureBasis(OrthonormalVectors.random(features, dimension, seed));
  }

  /** The number K of features. */
  public int size() {
    return vectors.size();
  }

  /** The dimension d. */
  public int dimension() {
    return vectors.get(0).size();
  }

  /** {@code V = (v_1 … v_K)}, d × K. */
  public RealMatrix matrix() {
    var matrix = new Array2DRowRealMatrix(dimension(), size());
    for (int k = 0; k < size(); k++) {
      matrix.setColumn(k, vectors.get(k).toArray());
    }
    return matrix;
  }

  /**
   * {@code Q = V S Vᵀ}, for which {@code v_mᵀ Q v_k = S_mk}.
   *
   * @param logits S, K × K: column k holds the logits of query k
   */
  public double[][] embedLogits(double[][] logits) {
    var v = matrix();
    return v.multiply(new Array2DRowRealMatrix(logits)).multiply(v.transpose()).getData();
  }
}
