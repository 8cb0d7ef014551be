package io.github.icldynamics.analysis;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.List;
import org.hipparchus.random.Well19937c;

/** The logits {@code S = VᵀQV} at τ = 0. */
public sealed interface InitialLogits {
  /** Whether members of a group may start apart, so that features must be listed singly. */
  boolean tellsFeaturesApart();

  /**
   * The logits of one column.
   *
   * @param query the query's feature, counted from 0
   */
  Vector column(QueryColumn column, long query);

  /** {@code Q = 0}, as in the paper. */
  record Zero() implements InitialLogits {
    @Override
    public boolean tellsFeaturesApart() {
      return false;
    }

    @Override
    public Vector column(QueryColumn column, long query) {
      return Vector.zero(column.size());
    }
  }

  /**
   * Independent Gaussian logits; those of a column depend on the seed and its query alone.
   *
   * @param scale standard deviation, from 0 to 1000
   * @param seed equal seeds give equal logits
   */
  record Gaussian(double scale, long seed) implements InitialLogits {
    public Gaussian {
      if (!(scale >= 0 && scale <= 1000)) {
        throw new InvalidInputException("scale", "must lie in [0, 1000], not " + scale);
      }
    }

    @Override
    public boolean tellsFeaturesApart() {
      return true;
    }

    @Override
    public Vector column(QueryColumn column, long query) {
      var random =
          new Well19937c(
              new int[] {(int) seed, (int) (seed >>> 32), (int) query, (int) (query >>> 32)});
      double[] logits = new double[column.size()];
      for (int m = 0; m < logits.length; m++) {
        logits[m] = scale * random.nextGaussian();
      }
      return Vector.of(logits);
    }
  }

  /**
   * Given logits.
   *
   * @param columns for each query k the K logits {@code v_mᵀ Q v_k}
   */
  record Given(List<Vector> columns) implements InitialLogits {
    public Given {
      columns = List.copyOf(columns);
    }

    @Override
    public boolean tellsFeaturesApart() {
      return true;
    }

    @Override
    public Vector column(QueryColumn column, long query) {
      if (columns.size() != column.size()) {
        throw new InvalidInputException(
            "logits",
            "must have one column for each of the "
                + column.size()
                + " features, not "
                + columns.size());
      }
      var logits = columns.get((int) query);
      column.requireLogits(logits);
      return logits;
    }
  }
}
