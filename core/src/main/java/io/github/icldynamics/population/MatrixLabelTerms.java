package io.github.icldynamics.population;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.Arrays;

/** Labels of any covariance: O(G²) a node. */
final class MatrixLabelTerms implements LabelTerms {
  private final double[][] deviations;
  private final double singles;
  private final double pairs;
  private final double triples;
  private final double noise;

  private final double[][] y;
  private final double[][] z;
  private final double[] q = new double[NodeBlock.LENGTH];
  private final double[] theta = new double[NodeBlock.LENGTH];

  MatrixLabelTerms(QueryColumn column, double tokens, SymmetricMatrix covariance) {
    this.deviations = Deviations.of(covariance, column.query());
    this.singles = tokens;
    this.pairs = tokens * (tokens - 1);
    this.triples = tokens * (tokens - 1) * (tokens - 2);
    this.noise = column.labels().noiseVariance();
    this.y = new double[column.size()][NodeBlock.LENGTH];
    this.z = new double[column.size()][NodeBlock.LENGTH];
  }

  @Override
  public void accumulate(NodeBlock block, double[] loss, double[][] descent) {
    multiplyDeviations(block);
    contract(block);
    addLoss(block, loss);
    for (int n = 0; n < descent.length; n++) {
      addDescent(block, n, descent[n]);
    }
  }

  private void multiplyDeviations(NodeBlock block) {
    for (int n = 0; n < y.length; n++) {
      double[] yRow = y[n];
      double[] zRow = z[n];
      Arrays.fill(yRow, 0);
      Arrays.fill(zRow, 0);
      for (int m = 0; m < y.length; m++) {
        double d = deviations[n][m];
        double[] x = block.x[m];
        double[] t = block.t[m];
        for (int i = 0; i < NodeBlock.LENGTH; i++) {
          yRow[i] += d * x[i];
          zRow[i] += d * (t[i] * x[i]);
        }
      }
    }
  }

  private void contract(NodeBlock block) {
    Arrays.fill(q, 0);
    Arrays.fill(theta, 0);
    for (int m = 0; m < y.length; m++) {
      double d = deviations[m][m];
      double[] x = block.x[m];
      double[] t = block.t[m];
      for (int i = 0; i < NodeBlock.LENGTH; i++) {
        q[i] += x[i] * y[m][i];
        theta[i] += d * (t[i] * x[i]);
      }
    }
  }

  private void addLoss(NodeBlock block, double[] loss) {
    for (int i = 0; i < NodeBlock.LENGTH; i++) {
      double single = theta[i] + noise * block.sumTX[i];
      loss[i] += 0.5 * block.weight[i] * (pairs * q[i] + singles * single);
    }
  }

  private void addDescent(NodeBlock block, int n, double[] descent) {
    double d = deviations[n][n];
    double[] x = block.x[n];
    double[] t = block.t[n];
    for (int i = 0; i < NodeBlock.LENGTH; i++) {
      double sum = block.sumX[i];
      double triple = q[i] - sum * y[n][i];
      double noiseTerm = noise * (t[i] * sum - block.sumTX[i]);
      double pair = theta[i] - z[n][i] + t[i] * (y[n][i] - d * sum) - noiseTerm;
      descent[i] += 0.5 * block.weight[i] * x[i] * (triples * triple + pairs * pair);
    }
  }
}
