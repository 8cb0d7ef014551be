package io.github.icldynamics.linearclassification.objective;

import org.hipparchus.util.FastMath;

/**
 * The conditional loss given means, query and class shares, for a block of groups, one a point and
 * class y of the query. A group has one case for each cyclic exchange of the shares over the
 * classes and each sign of the remaining noise: averaged over them, what is linear in either is
 * gone.
 *
 * <p>With {@code v = W x}, {@code s² = vᵀΛv} and shares f, the logits {@code z_j = p_jᵀ v} are
 * independent, {@code z_j ~ N(f_j μ_jᵀv, f_j s²/N)}. Their differences to {@code z_y} are
 *
 * <pre>  z_j − z_y = f_j μ_jᵀv − f_y μ_yᵀv + s (e_j + α g),   j ≠ y,
 *  α² = (f_y + 1/Σ_{j≠y} 1/f_j)/N,   e_j = (√f_j ξ_j − Σ_k (ξ_k/√f_k) / Σ_k 1/f_k)/√N,</pre>
 *
 * <p>with one common g and ξ independent standard Gaussian: α² is the largest common variance that
 * leaves a covariance for the rest (none for c = 2). Hence the loss is {@code ln(1 + e^{L + s α
 * g})}, {@code L = ln Σ_{j≠y} e^{z_j − z_y}} at {@code g = 0}, whose mean over g is {@link
 * LogisticSmoothing}'s {@code κ₀(L, s α)}.
 */
final class CaseBlock {
  /** Cases worked out together: enough for long loops, few enough to stay in the cache. */
  private static final int CASES = 256;

  private final TaskPoints points;
  private final WeightSpace space;
  private final double[] variances;
  final int classes;
  final int dimension;
  private final int exchanges;
  private final int signs;
  private final int capacity;

  private final int[] point;

  /** The class y of each group's query. */
  final int[] queryClass;

  /** The queries of all groups, one after the other. */
  final double[] query;

  /** {@code s = √(vᵀΛv)} of each group. */
  final double[] spread;

  /** α² of each case. */
  final double[] alphaSquared;

  final LogisticSmoothing smoothing;
  private final double[] image;
  private final double[] shares;
  private final double[] attention;
  private final double[] residuals;
  private final double[] tilt;
  private int groups;

  CaseBlock(TaskPoints points, WeightSpace space) {
    this.points = points;
    this.space = space;
    this.variances = points.law().axes().variances().toArray();
    this.classes = points.law().classes();
    this.dimension = points.law().dimension();
    this.exchanges = points.law().isBalanced() && points.inverseLength() > 0 ? classes : 1;
    this.signs = hasResiduals() ? 2 : 1;
    this.capacity = Math.max(1, CASES / casesOfGroup());
    this.point = new int[capacity];
    this.queryClass = new int[capacity];
    this.query = new double[capacity * dimension];
    this.image = new double[capacity * dimension];
    this.spread = new double[capacity];
    int cases = capacity * casesOfGroup();
    this.shares = new double[cases * classes];
    this.attention = new double[cases * classes];
    this.residuals = new double[cases * classes];
    this.tilt = new double[cases];
    this.alphaSquared = new double[cases];
    this.smoothing = new LogisticSmoothing(cases);
  }

  /** Whether anything is left of the prompt's noise once the common part is integrated out. */
  private boolean hasResiduals() {
    return classes > 2 && points.inverseLength() > 0;
  }

  int casesOfGroup() {
    return exchanges * signs;
  }

  boolean isFull() {
    return groups == capacity;
  }

  void clear() {
    groups = 0;
    smoothing.clear();
  }

  /** Takes a point with a query of class y. */
  void add(int i, int y, double[] weights) {
    int g = groups++;
    int at = g * dimension;
    point[g] = i;
    queryClass[g] = y;
    points.placeQuery(i, y, query, at);
    space.apply(weights, query, at, dimension, image);
    spread[g] = FastMath.sqrt(points.variance(image, at));
    double[] projections = new double[classes];
    for (int j = 0; j < classes; j++) {
      projections[j] = points.projection(i, j, image, at);
    }
    int cases = g * casesOfGroup();
    for (int exchange = 0; exchange < exchanges; exchange++) {
      for (int sign = 0; sign < signs; sign++) {
        addCase(cases++, g, exchange, 1 - 2 * sign, projections);
      }
    }
  }

  private void addCase(int index, int g, int exchange, int sign, double[] projections) {
    int first = index * classes;
    for (int j = 0; j < classes; j++) {
      shares[first + j] = points.share(point[g], (j + exchange) % classes);
    }
    alphaSquared[index] = commonVariance(first, queryClass[g]);
    fillResiduals(first, g, sign);
    double level = fillAttention(first, g, projections);
    tilt[index] = 0;
    for (int j = 0; j < classes; j++) {
      tilt[index] += attention[first + j] * residuals[first + j];
    }
    smoothing.add(level, spread[g] * FastMath.sqrt(alphaSquared[index]));
  }

  /** α²; a class without tokens leaves only the query's own class in common. */
  private double commonVariance(int first, int y) {
    return (shares[first + y] + 1 / sumOfInverses(first, y)) * points.inverseLength();
  }

  private double sumOfInverses(int first, int y) {
    double sum = 0;
    for (int j = 0; j < classes; j++) {
      sum += j == y ? 0 : 1 / shares[first + j];
    }
    return sum;
  }

  private void fillResiduals(int first, int g, int sign) {
    if (!hasResiduals()) {
      return;
    }
    int y = queryClass[g];
    double common = commonResidual(first, g) / sumOfInverses(first, y);
    double scale = sign * FastMath.sqrt(points.inverseLength());
    for (int j = 0; j < classes; j++) {
      double own = FastMath.sqrt(shares[first + j]) * points.residual(point[g], j);
      residuals[first + j] = j == y ? 0 : scale * (own - common);
    }
  }

  /** {@code Σ ξ_k/√f_k}, over the classes that have tokens; where one has none, it is cancelled. */
  private double commonResidual(int first, int g) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      double share = shares[first + k];
      boolean counts = k != queryClass[g] && share > 0;
      sum += counts ? points.residual(point[g], k) / FastMath.sqrt(share) : 0;
    }
    return sum;
  }

  /** Fills the softmax of {@code z_j − z_y} over {@code j ≠ y}; returns L. */
  private double fillAttention(int first, int g, double[] projections) {
    int y = queryClass[g];
    double own = shares[first + y] * projections[y];
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < classes; j++) {
      double z = shares[first + j] * projections[j] - own + spread[g] * residuals[first + j];
      attention[first + j] = z;
      largest = j == y ? largest : Math.max(largest, z);
    }
    double total = 0;
    for (int j = 0; j < classes; j++) {
      attention[first + j] = j == y ? 0 : weight(attention[first + j] - largest);
      total += attention[first + j];
    }
    for (int j = 0; j < classes; j++) {
      attention[first + j] /= total;
    }
    return largest + (classes == 2 ? 0 : FastMath.log(total));
  }

  private static double weight(double exponent) {
    return exponent == 0 ? 1 : FastMath.exp(exponent);
  }

  /** Works out all groups taken. */
  void evaluate() {
    smoothing.evaluate();
  }

  int groups() {
    return groups;
  }

  /** The weight of each case of a group: the class's probability, shared out. */
  double caseWeight(int g) {
    return points.law().priors().get(queryClass[g]) / casesOfGroup();
  }

  /** Component k of μ_j. */
  double mean(int g, int j, int k) {
    return points.mean(point[g], j, k);
  }

  /** Component k of {@code Λ v}. */
  double scaledImage(int g, int k) {
    return variances[k] * image[g * dimension + k];
  }

  /** Component k of λ. */
  double variance(int k) {
    return variances[k];
  }

  /** {@code f_j} of a case. */
  double share(int index, int j) {
    return shares[index * classes + j];
  }

  /** The softmax over {@code j ≠ y} at {@code g = 0}; 0 for y itself. */
  double attention(int index, int j) {
    return attention[index * classes + j];
  }

  /** {@code e_j}. */
  double residual(int index, int j) {
    return residuals[index * classes + j];
  }

  /** {@code Σ_j q_j e_j/s} of a case, whose mean over signs at {@code s = 0} is 0. */
  double tilt(int index, int g) {
    return spread[g] == 0 ? 0 : tilt[index] / spread[g];
  }
}
