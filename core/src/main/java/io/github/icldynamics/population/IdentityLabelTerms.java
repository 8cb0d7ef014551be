package io.github.icldynamics.population;

import io.github.icldynamics.prompt.QueryColumn;
import java.util.Arrays;

/**
 * The paper's labels, {@code D_ml = 1 + δ_ml}. With {@code S′ = Σ X_m}, {@code Q = Σ X_m²}, {@code
 * T′ = Σ t_m X_m} over m ≠ k, the descent integrand of n ≠ k is ½ φ^N times
 *
 * <pre>  X_n {N₃ [Q − X_k S′ − X_n S] + N₂ [T′ + σ² T − t_n (S′ + 2 X_k + σ² S)]}</pre>
 *
 * without differences of nearly equal sums between members of one group: O(G) a node.
 */
final class IdentityLabelTerms implements LabelTerms {
  private final int query;
  private final double singles;
  private final double pairs;
  private final double triples;
  private final double noise;
  private final double[] otherCount;

  private final double[] others = new double[NodeBlock.LENGTH];
  private final double[] squares = new double[NodeBlock.LENGTH];
  private final double[] scaledOthers = new double[NodeBlock.LENGTH];
  private final double[] constant = new double[NodeBlock.LENGTH];
  private final double[] perX = new double[NodeBlock.LENGTH];
  private final double[] perT = new double[NodeBlock.LENGTH];

  IdentityLabelTerms(QueryColumn column, double tokens) {
    this.query = column.query();
    this.singles = tokens;
    this.pairs = tokens * (tokens - 1);
    this.triples = tokens * (tokens - 1) * (tokens - 2);
    this.noise = column.labels().noiseVariance();
    this.otherCount = new double[column.size()];
    for (int m = 0; m < otherCount.length; m++) {
      otherCount[m] = m == query ? 0 : column.count(m);
    }
  }

  @Override
  public void accumulate(NodeBlock block, double[] loss, double[][] descent) {
    sumOverOthers(block);
    addLoss(block, loss);
    addQueryDescent(block, descent[query]);
    setCoefficients(block);
    for (int n = 0; n < descent.length; n++) {
      if (n != query) {
        addDescent(block.x[n], block.t[n], descent[n]);
      }
    }
  }

  private void sumOverOthers(NodeBlock block) {
    Arrays.fill(others, 0);
    Arrays.fill(squares, 0);
    Arrays.fill(scaledOthers, 0);
    for (int m = 0; m < otherCount.length; m++) {
      double[] x = block.x[m];
      double[] t = block.t[m];
      double members = otherCount[m];
      for (int i = 0; i < NodeBlock.LENGTH; i++) {
        double mass = members * x[i];
        others[i] += mass;
        squares[i] += mass * x[i];
        scaledOthers[i] += mass * t[i];
      }
    }
  }

  private void addLoss(NodeBlock block, double[] loss) {
    for (int i = 0; i < NodeBlock.LENGTH; i++) {
      double q = squares[i] + others[i] * others[i];
      double theta = 2 * scaledOthers[i];
      loss[i] += 0.5 * block.weight[i] * (pairs * q + singles * (theta + noise * block.sumTX[i]));
    }
  }

  private void addQueryDescent(NodeBlock block, double[] descent) {
    double[] x = block.x[query];
    double[] t = block.t[query];
    for (int i = 0; i < NodeBlock.LENGTH; i++) {
      double q = squares[i] + others[i] * others[i];
      double theta = 2 * scaledOthers[i];
      double noiseTerm = noise * (t[i] * block.sumX[i] - block.sumTX[i]);
      descent[i] += 0.5 * block.weight[i] * x[i] * (triples * q + pairs * (theta - noiseTerm));
    }
  }

  private void setCoefficients(NodeBlock block) {
    double[] own = block.x[query];
    for (int i = 0; i < NodeBlock.LENGTH; i++) {
      double half = 0.5 * block.weight[i];
      double scaled = scaledOthers[i] + noise * block.sumTX[i];
      constant[i] = half * (triples * (squares[i] - own[i] * others[i]) + pairs * scaled);
      perX[i] = half * triples * block.sumX[i];
      perT[i] = half * pairs * (others[i] + 2 * own[i] + noise * block.sumX[i]);
    }
  }

  private void addDescent(double[] x, double[] t, double[] descent) {
    for (int i = 0; i < NodeBlock.LENGTH; i++) {
      descent[i] += x[i] * (constant[i] - perX[i] * x[i] - perT[i] * t[i]);
    }
  }
}
