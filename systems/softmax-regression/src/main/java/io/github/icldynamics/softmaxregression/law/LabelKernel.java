package io.github.icldynamics.softmaxregression.law;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.softmaxregression.law.LabelModel.Covariance;
import io.github.icldynamics.softmaxregression.law.LabelModel.ExchangeableCovariance;
import io.github.icldynamics.softmaxregression.law.LabelModel.MatrixCovariance;
import org.hipparchus.util.FastMath;

/**
 * A class of random functions f, by its second moments {@code E f(x) f(y)}: a function of {@code
 * xᵀx}, {@code xᵀy} and {@code yᵀy} alone. Only these moments enter the loss.
 */
public sealed interface LabelKernel {
  /**
   * {@code E f(x) f(y)}.
   *
   * @param xx {@code xᵀx}
   * @param xy {@code xᵀy}
   * @param yy {@code yᵀy}
   */
  double moment(double xx, double xy, double yy);

  /** Linear functions {@code ⟨w, x⟩}, {@code Σ_w = I}. */
  record Linear() implements LabelKernel {
    @Override
    public double moment(double xx, double xy, double yy) {
      return xy;
    }
  }

  /**
   * Random polynomials, {@code (offset + xᵀy)^degree}.
   *
   * @param degree from 1 to 20
   * @param offset from 0 to 10⁶
   */
  record Polynomial(int degree, double offset) implements LabelKernel {
    public Polynomial {
      Bounds.count(1, 20).require("degree", degree);
      Bounds.closed(0, 1e6).require("offset", offset);
    }

    @Override
    public double moment(double xx, double xy, double yy) {
      double power = 1;
      for (int i = 0; i < degree; i++) {
        power *= offset + xy;
      }
      return power;
    }
  }

  /**
   * Infinitely wide random ReLU networks of one hidden layer with weights of variance 2 (Cho and
   * Saul, 2009): {@code ‖x‖‖y‖/π (sin θ + (π − θ) cos θ)}, θ the angle between x and y.
   */
  record Relu() implements LabelKernel {
    @Override
    public double moment(double xx, double xy, double yy) {
      double norms = FastMath.sqrt(xx * yy);
      if (norms == 0) {
        return 0;
      }
      double cosine = FastMath.max(-1, FastMath.min(1, xy / norms));
      double sine = FastMath.sqrt((1 - cosine) * (1 + cosine));
      double angle = FastMath.atan2(sine, cosine);
      return norms / Math.PI * (sine + (Math.PI - angle) * cosine);
    }
  }

  /**
   * Gaussian processes with {@code exp(−‖x − y‖²/2ℓ²)}.
   *
   * @param length ℓ, from 10⁻³ to 10⁶
   */
  record Gaussian(double length) implements LabelKernel {
    public Gaussian {
      Bounds.closed(1e-3, 1e6).saying("must lie in [1e-3, 1e6]").require("length", length);
    }

    @Override
    public double moment(double xx, double xy, double yy) {
      return FastMath.exp(-(xx + yy - 2 * xy) / (2 * length * length));
    }
  }

  /**
   * The labels of features all pairs of which have one correlation.
   *
   * @param correlation ρ, 0 for orthonormal features
   */
  default Covariance equicorrelated(double correlation) {
    double shared = moment(1, correlation, 1);
    return new ExchangeableCovariance(moment(1, 1, 1) - shared, shared);
  }

  /** The labels of features with a Gram matrix. */
  default Covariance of(SymmetricMatrix gram) {
    double[][] rows = new double[gram.size()][gram.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        rows[i][j] = moment(gram.get(i, i), gram.get(i, j), gram.get(j, j));
        rows[j][i] = rows[i][j];
      }
    }
    return MatrixCovariance.of(rows);
  }
}
