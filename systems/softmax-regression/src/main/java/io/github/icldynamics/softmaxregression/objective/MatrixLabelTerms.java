package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.Arrays;

/** Labels of any covariance, given their D: O(G²) a node. */
final class MatrixLabelTerms implements LabelTerms {
  private final double[][] deviations;
  private final double noise;

  private final double[][] y;
  private final double[][] z;
  private final NodeBlock block;
  private final double[] sumX;
  private final double[] sumTX;
  private final double[] q;
  private final double[] theta;

  MatrixLabelTerms(QueryColumn column, double[][] deviations, NodeBlock block) {
    this.deviations = deviations;
    this.noise = column.labels().noiseVariance();
    this.block = block;
    this.y = block.rows(column.size());
    this.z = block.rows(column.size());
    this.sumX = new double[block.capacity];
    this.sumTX = new double[block.capacity];
    this.q = new double[block.capacity];
    this.theta = new double[block.capacity];
  }

  @Override
  public double accumulate(double[] descent) {
    block.sumMoments(sumX);
    block.sumScaledMoments(sumTX);
    block.normalise();
    multiplyDeviations();
    contract();
    for (int n = 0; n < descent.length; n++) {
      descent[n] += descent(n);
    }
    return loss();
  }

  private void multiplyDeviations() {
    for (int n = 0; n < y.length; n++) {
      double[] yRow = y[n];
      double[] zRow = z[n];
      Arrays.fill(yRow, 0);
      Arrays.fill(zRow, 0);
      for (int m = 0; m < y.length; m++) {
        double d = deviations[n][m];
        double[] x = block.x[m];
        double[] t = block.t[m];
        for (int i = 0; i < block.length; i++) {
          yRow[i] += d * x[i];
          zRow[i] += d * (t[i] * x[i]);
        }
      }
    }
  }

  private void contract() {
    Arrays.fill(q, 0);
    Arrays.fill(theta, 0);
    for (int m = 0; m < y.length; m++) {
      double d = deviations[m][m];
      double[] x = block.x[m];
      double[] t = block.t[m];
      for (int i = 0; i < block.length; i++) {
        q[i] += x[i] * y[m][i];
        theta[i] += d * (t[i] * x[i]);
      }
    }
  }

  private double loss() {
    for (int i = 0; i < block.length; i++) {
      double single = theta[i] + noise * sumTX[i];
      block.summands[i] = 0.5 * block.weight[i] * (block.pairs * q[i] + block.singles * single);
    }
    return block.sum();
  }

  private double descent(int n) {
    double d = deviations[n][n];
    double[] x = block.x[n];
    double[] t = block.t[n];
    double[] yRow = y[n];
    double[] zRow = z[n];
    for (int i = 0; i < block.length; i++) {
      double triple = q[i] - sumX[i] * yRow[i];
      double noiseTerm = noise * (t[i] * sumX[i] - sumTX[i]);
      double pair = theta[i] - zRow[i] + t[i] * (yRow[i] - d * sumX[i]) - noiseTerm;
      double sum = block.triples * triple + block.pairs * pair;
      block.summands[i] = 0.5 * block.weight[i] * x[i] * sum;
    }
    return block.sum();
  }
}
