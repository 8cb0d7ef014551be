package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;

/**
 * The covariance within classes {@code S = (1/ν) Σ_i (x_i − m_{y_i})(x_i − m_{y_i})ᵀ}, {@code ν = N
 * − c'} with c' classes present. {@code νS} is Wishart with ν degrees of freedom, so that S is
 * singular for {@code ν < d} and useless well beyond.
 *
 * <p>One rule for every N: it is drawn towards its own mean variance, {@code (1 − ρ)S + ρ (tr S/d)
 * I}, with the oracle approximating shrinkage of Chen, Wiesel, Eldar & Hero (2010) for Gaussian
 * samples of number ν,
 *
 * <pre>
 *   ρ = min(1, ((1 − 2/d) tr S² + tr² S) / ((ν + 1 − 2/d)(tr S² − tr² S/d))).
 * </pre>
 *
 * <p>{@code ρ = O(1/ν)} for a Λ of unequal axes, and 1 for {@code ν = 1}; without any deviation,
 * {@code ν = 0}, the identity is taken.
 *
 * @param matrix S, d × d; zero for ν = 0
 * @param freedom ν ≥ 0
 */
record PooledCovariance(SymmetricMatrix matrix, int freedom) {
  static PooledCovariance of(LabelledPrompt prompt) {
    var means = ClassMeans.of(prompt);
    int freedom = prompt.size() - means.present();
    double[][] sum = new double[prompt.dimension()][prompt.dimension()];
    for (int i = 0; i < prompt.size(); i++) {
      double[] deviation = prompt.tokens().get(i).toArray();
      var mean = means.means().get(prompt.labels().get(i));
      for (int k = 0; k < deviation.length; k++) {
        deviation[k] -= mean.get(k);
      }
      addSquare(sum, deviation, 1.0 / Math.max(1, freedom));
    }
    return new PooledCovariance(SymmetricMatrix.of(sum), freedom);
  }

  private static void addSquare(double[][] sum, double[] deviation, double scale) {
    for (int k = 0; k < deviation.length; k++) {
      for (int l = 0; l < deviation.length; l++) {
        // The product first: it is the same for (k, l) and (l, k), and the sum stays symmetric.
        sum[k][l] += deviation[k] * deviation[l] * scale;
      }
    }
  }

  private double trace() {
    double trace = 0;
    for (int k = 0; k < matrix.size(); k++) {
      trace += matrix.get(k, k);
    }
    return trace;
  }

  /** ρ, from 0 to 1. */
  double shrinkage() {
    double d = matrix.size();
    double squaredTrace = trace() * trace();
    double traceOfSquare = SquareMatrix.of(matrix.toArray()).squaredNorm();
    double pull = (1 - 2 / d) * traceOfSquare + squaredTrace;
    double spread = (freedom + 1 - 2 / d) * (traceOfSquare - squaredTrace / d);
    return spread <= pull ? 1 : pull / spread;
  }

  /** The estimate of Λ, positive definite. */
  SymmetricMatrix shrunk() {
    int d = matrix.size();
    double trace = trace();
    if (trace == 0) {
      return SymmetricMatrix.of(SquareMatrix.identity(d).toArray());
    }
    double shrinkage = shrinkage();
    return SymmetricMatrix.of(
        SquareMatrix.of(matrix.toArray())
            .combined(1 - shrinkage, shrinkage * trace / d, SquareMatrix.identity(d))
            .toArray());
  }
}
