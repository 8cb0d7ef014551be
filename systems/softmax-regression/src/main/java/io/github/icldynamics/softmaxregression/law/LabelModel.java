package io.github.icldynamics.softmaxregression.law;

import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.InvalidInputException;

/**
 * Second moments of the labels: {@code C_ml = E f(v_m) f(v_l)} over tasks f, and the variance σ² of
 * the independent noise on the context labels.
 *
 * @param noiseVariance σ², from 0 to 10¹⁰⁰
 */
public record LabelModel(Covariance covariance, double noiseVariance) {
  private static final double LARGEST_NOISE = 1e100;

  /** Where σ² may lie. */
  public static final Bounds NOISE =
      Bounds.closed(0, LARGEST_NOISE).saying("must be a variance from 0 to 1e100");

  public LabelModel {
    NOISE.require("noise", noiseVariance);
  }

  /** The paper's labels: {@code f(x) = ⟨w, x⟩}, {@code Σ_w = I}, no noise. */
  public static LabelModel linear() {
    return new LabelModel(new IdentityCovariance(), 0);
  }

  /** Whether these are the paper's labels, for which the floor L_k* has a formula. */
  public boolean isLinear() {
    return covariance instanceof IdentityCovariance && noiseVariance == 0;
  }

  /** {@code C_kk − C_mk} for two features, the deviation of one from the other's label. */
  public double deviation(int k, int m) {
    return switch (covariance) {
      case IdentityCovariance() -> k == m ? 0 : 1;
      case ExchangeableCovariance(double variance, _) -> k == m ? 0 : variance;
      case MatrixCovariance(var matrix) -> matrix.get(k, k) - matrix.get(m, k);
    };
  }

  /** {@code C_kk}. */
  public double variance(int k) {
    return switch (covariance) {
      case IdentityCovariance() -> 1;
      case ExchangeableCovariance(double variance, double shared) -> variance + shared;
      case MatrixCovariance(var matrix) -> matrix.get(k, k);
    };
  }

  /** The uncentred second moments C. */
  public sealed interface Covariance {}

  /** {@code C = I}. */
  public record IdentityCovariance() implements Covariance {}

  /**
   * {@code C = v I + b 11ᵀ}: every feature like every other. Losses see only {@code D = v (1 + δ)},
   * so that such labels are learned like the paper's, v times as fast.
   *
   * @param variance v, what the features do not share; from 0 to 10¹⁰⁰
   * @param shared b, what they share, at least {@code −v}
   */
  public record ExchangeableCovariance(double variance, double shared) implements Covariance {
    public ExchangeableCovariance {
      if (!(variance >= 0 && variance <= LARGEST_NOISE && Math.abs(shared) <= LARGEST_NOISE)) {
        throw new InvalidInputException(
            "covariance",
            "must have variances from 0 to 1e100, not " + variance + " and " + shared);
      }
    }
  }

  /** Any symmetric, positive semidefinite C; a law with it has one feature a group. */
  public record MatrixCovariance(SymmetricMatrix matrix) implements Covariance {
    public MatrixCovariance {
      var spectrum = matrix.spectrum();
      if (!spectrum.isSemidefinite()) {
        throw new InvalidInputException("covariance", spectrum.indefiniteness());
      }
    }

    /** The matrix with these rows, as bad input if it cannot be a covariance. */
    public static MatrixCovariance of(double[][] rows) {
      SymmetricMatrix matrix;
      try {
        matrix = SymmetricMatrix.of(rows);
      } catch (IllegalArgumentException e) {
        throw new InvalidInputException("covariance", String.valueOf(e.getMessage()));
      }
      return new MatrixCovariance(matrix);
    }

    /** {@code D_ml = C_ml − C_mk − C_kl + C_kk}, the second moments of {@code f(v_m) − f(v_k)}. */
    public double[][] deviations(int query) {
      return SquareMatrix.of(
              matrix.size(),
              (m, l) ->
                  (matrix.get(m, l) - matrix.get(m, query))
                      - (matrix.get(query, l) - matrix.get(query, query)))
          .toArray();
    }
  }
}
