package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.SymmetricMatrix;

/** {@code D_ml = C_ml − C_mk − C_kl + C_kk}, the second moments of {@code f(v_m) − f(v_k)}. */
final class Deviations {
  private Deviations() {}

  static double[][] of(SymmetricMatrix covariance, int query) {
    int size = covariance.size();
    double[][] deviations = new double[size][size];
    for (int m = 0; m < size; m++) {
      for (int l = 0; l < size; l++) {
        deviations[m][l] =
            (covariance.get(m, l) - covariance.get(m, query))
                - (covariance.get(query, l) - covariance.get(query, query));
      }
    }
    return deviations;
  }
}
