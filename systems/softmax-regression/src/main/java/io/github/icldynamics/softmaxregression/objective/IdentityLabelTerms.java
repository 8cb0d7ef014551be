package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.Arrays;

/**
 * Labels with {@code D_ml = v (1 + δ_ml)}, such as the paper's. With {@code S′ = Σ X_m}, {@code Q =
 * Σ X_m²}, {@code T′ = Σ t_m X_m} over m ≠ k, the descent integrand of n ≠ k is ½ φ^N times
 *
 * <pre>  X_n {v N₃ [Q − X_k S′ − X_n S] + N₂ [v T′ + σ² T − t_n (v (S′ + 2 X_k) + σ² S)]}</pre>
 *
 * without differences of nearly equal sums between members of one group: O(G) a node.
 */
final class IdentityLabelTerms implements LabelTerms {
  private final int query;
  private final double variance;
  private final double noise;
  private final double[] otherCount;

  private final NodeBlock block;
  private final double[] others;
  private final double[] squares;
  private final double[] scaledOthers;
  private final double[] constant;
  private final double[] perX;
  private final double[] perT;

  IdentityLabelTerms(QueryColumn column, double variance, NodeBlock block) {
    this.query = column.query();
    this.variance = variance;
    this.noise = column.labels().noiseVariance();
    this.otherCount = new double[column.size()];
    for (int m = 0; m < otherCount.length; m++) {
      otherCount[m] = m == query ? 0 : column.count(m);
    }
    this.block = block;
    this.others = new double[block.capacity];
    this.squares = new double[block.capacity];
    this.scaledOthers = new double[block.capacity];
    this.constant = new double[block.capacity];
    this.perX = new double[block.capacity];
    this.perT = new double[block.capacity];
  }

  @Override
  public double accumulate(double[] descent) {
    sumOverOthers();
    descent[query] += queryDescent();
    setCoefficients();
    for (int n = 0; n < descent.length; n++) {
      if (n != query) {
        descent[n] += descent(block.x[n], block.t[n]);
      }
    }
    return loss();
  }

  private void sumOverOthers() {
    Arrays.fill(others, 0);
    Arrays.fill(squares, 0);
    Arrays.fill(scaledOthers, 0);
    for (int m = 0; m < otherCount.length; m++) {
      addOther(block.x[m], block.t[m], otherCount[m]);
    }
  }

  private void addOther(double[] x, double[] t, double members) {
    for (int i = 0; i < block.length; i++) {
      double moment = x[i] * block.inversePhi[i];
      double mass = members * moment;
      others[i] += mass;
      squares[i] += mass * moment;
      scaledOthers[i] += mass * t[i];
    }
  }

  private double loss() {
    double[] x = block.x[query];
    double[] t = block.t[query];
    for (int i = 0; i < block.length; i++) {
      double q = variance * (squares[i] + others[i] * others[i]);
      double theta = 2 * variance * scaledOthers[i];
      double spread = scaledOthers[i] + t[i] * (x[i] * block.inversePhi[i]);
      double sum = block.pairs * q + block.singles * (theta + noise * spread);
      block.summands[i] = 0.5 * block.weight[i] * sum;
    }
    return block.sum();
  }

  private double queryDescent() {
    double[] x = block.x[query];
    double[] t = block.t[query];
    for (int i = 0; i < block.length; i++) {
      double own = x[i] * block.inversePhi[i];
      double q = variance * (squares[i] + others[i] * others[i]);
      double theta = 2 * variance * scaledOthers[i];
      double noiseTerm = noise * (t[i] * others[i] - scaledOthers[i]);
      double sum = block.triples * q + block.pairs * (theta - noiseTerm);
      block.summands[i] = 0.5 * block.weight[i] * own * sum;
    }
    return block.sum();
  }

  private void setCoefficients() {
    double[] x = block.x[query];
    double[] t = block.t[query];
    for (int i = 0; i < block.length; i++) {
      double own = x[i] * block.inversePhi[i];
      double half = 0.5 * block.weight[i];
      double all = others[i] + own;
      double spread = scaledOthers[i] + t[i] * own;
      double scaled = variance * scaledOthers[i] + noise * spread;
      double triple = variance * block.triples;
      constant[i] = half * (triple * (squares[i] - own * others[i]) + block.pairs * scaled);
      perX[i] = half * triple * all;
      perT[i] = half * block.pairs * (variance * (others[i] + 2 * own) + noise * all);
    }
  }

  private double descent(double[] x, double[] t) {
    for (int i = 0; i < block.length; i++) {
      double moment = x[i] * block.inversePhi[i];
      block.summands[i] = moment * (constant[i] - perX[i] * moment - perT[i] * t[i]);
    }
    return block.sum();
  }
}
