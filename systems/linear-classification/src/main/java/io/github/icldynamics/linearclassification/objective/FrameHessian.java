package io.github.icldynamics.linearclassification.objective;

/**
 * The Hessian in v of a group's loss while its cases are added: a quadratic form in the frame
 * {@code (μ_0 … μ_{c−1}, Λv)} and a multiple of Λ. {@link RiskSum.Curvature} has the formula.
 */
final class FrameHessian {
  private final double[][] form;
  private final double[] levelGradient;
  private double ofCovariance;

  /**
   * @param size of the frame, c + 1
   */
  FrameHessian(int size) {
    form = new double[size][size];
    levelGradient = new double[size];
  }

  void add(CaseBlock block, int g, int index) {
    var smoothing = block.smoothing;
    double alphaSquared = block.alphaSquared[index];
    double tilt = block.tilt(index, g);
    double first = smoothing.first[index];
    fillLevelGradient(block, g, index);
    addSquare(levelGradient, smoothing.second[index] - first);
    addLogits(block, g, index, first);
    addMixed(smoothing.third[index] * alphaSquared);
    int last = form.length - 1;
    double s = block.spread[g];
    form[last][last] += smoothing.fourth[index] * alphaSquared * alphaSquared;
    form[last][last] -= s == 0 ? 0 : first * tilt / (s * s);
    ofCovariance += smoothing.second[index] * alphaSquared;
    ofCovariance += s == 0 ? limitOfTilt(block, index) : first * tilt;
  }

  /**
   * What {@code κ₁ Σ_j q_j e_j/s} tends to as s goes to 0, on average over the signs of e: the
   * derivative in s of {@code κ₁ Σ_j q_j e_j}. The terms in {@code Λv Λvᵀ/s²} cancel there.
   */
  private static double limitOfTilt(CaseBlock block, int index) {
    double mean = 0;
    double square = 0;
    for (int j = 0; j < block.classes; j++) {
      double e = block.residual(index, j);
      mean += block.attention(index, j) * e;
      square += block.attention(index, j) * e * e;
    }
    var smoothing = block.smoothing;
    return smoothing.first[index] * (square - mean * mean) + smoothing.second[index] * mean * mean;
  }

  private void fillLevelGradient(CaseBlock block, int g, int index) {
    for (int j = 0; j < block.classes; j++) {
      levelGradient[j] = block.attention(index, j) * block.share(index, j);
    }
    int y = block.queryClass[g];
    levelGradient[y] = -block.share(index, y);
    levelGradient[block.classes] = block.tilt(index, g);
  }

  private void addSquare(double[] vector, double factor) {
    for (int a = 0; a < vector.length; a++) {
      for (int b = 0; b < vector.length; b++) {
        form[a][b] += factor * vector[a] * vector[b];
      }
    }
  }

  /** {@code κ₁ Σ_j q_j t_j t_jᵀ}; t_j has three entries that are not 0. */
  private void addLogits(CaseBlock block, int g, int index, double first) {
    int y = block.queryClass[g];
    double s = block.spread[g];
    for (int j = 0; j < block.classes; j++) {
      if (j == y) {
        continue;
      }
      int[] places = {j, y, block.classes};
      double[] entries = {
        block.share(index, j), -block.share(index, y), s == 0 ? 0 : block.residual(index, j) / s
      };
      double factor = first * block.attention(index, j);
      for (int a = 0; a < places.length; a++) {
        for (int b = 0; b < places.length; b++) {
          form[places[a]][places[b]] += factor * entries[a] * entries[b];
        }
      }
    }
  }

  private void addMixed(double factor) {
    int last = form.length - 1;
    for (int a = 0; a < form.length; a++) {
      form[a][last] += factor * levelGradient[a];
      form[last][a] += factor * levelGradient[a];
    }
  }

  /** The d × d Hessian, times the weight of a case. */
  double[][] inCoordinates(CaseBlock block, int g) {
    int d = block.dimension;
    double weight = block.caseWeight(g);
    double[][] frame = frame(block, g);
    double[][] curvature = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        double sum = 0;
        for (int a = 0; a < form.length; a++) {
          for (int b = 0; b < form.length; b++) {
            sum += form[a][b] * frame[a][i] * frame[b][k];
          }
        }
        curvature[i][k] = weight * (sum + (i == k ? ofCovariance * block.variance(k) : 0));
      }
    }
    return curvature;
  }

  private static double[][] frame(CaseBlock block, int g) {
    int d = block.dimension;
    double[][] frame = new double[block.classes + 1][d];
    for (int k = 0; k < d; k++) {
      for (int j = 0; j < block.classes; j++) {
        frame[j][k] = block.mean(g, j, k);
      }
      frame[block.classes][k] = block.scaledImage(g, k);
    }
    return frame;
  }
}
