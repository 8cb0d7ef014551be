package io.github.icldynamics.softmaxregression.network;

import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;

/**
 * One layer of softmax attention with trainable {@code Q ∈ R^{d×d}} and value scale ν. Immutable.
 */
public final class SoftmaxAttention {
  private final RealMatrix q;
  private final double valueScale;

  /**
   * @param q square, d × d; copied
   * @param valueScale ν, 1 in the paper
   */
  public SoftmaxAttention(double[][] q, double valueScale) {
    for (double[] row : q) {
      if (row.length != q.length) {
        throw new InvalidInputException("Q", "must be square, not " + q.length + "×" + row.length);
      }
    }
    this.q = new Array2DRowRealMatrix(q, true);
    this.valueScale = valueScale;
  }

  /** The layer with the paper's value scale 1. */
  public static SoftmaxAttention of(double[][] q) {
    return new SoftmaxAttention(q, 1);
  }

  /** The dimension d of the tokens. */
  public int dimension() {
    return q.getRowDimension();
  }

  /** {@code W^{KQ} = diag(Q, 0)}: labels take no part in the scores. */
  RealMatrix keyQueryWeights() {
    var weights = new Array2DRowRealMatrix(dimension() + 1, dimension() + 1);
    weights.setSubMatrix(q.getData(), 0, 0);
    return weights;
  }

  /** {@code W^V = diag(0_d, ν)}: only labels are passed on. */
  RealMatrix valueWeights() {
    var weights = new Array2DRowRealMatrix(dimension() + 1, dimension() + 1);
    weights.setEntry(dimension(), dimension(), valueScale);
    return weights;
  }

  /**
   * The attention of the query to each token: the softmax of {@code (E_{1:N})ᵀ W^{KQ} e_query},
   * keys masked to the first N columns.
   */
  public Vector attention(Prompt prompt) {
    requireDimension(prompt);
    var embedding = prompt.embedding();
    int tokens = prompt.tokens().size();
    double[] queryVector = keyQueryWeights().operate(embedding.getColumn(tokens));
    double[] scores = embedding.preMultiply(queryVector);
    return Softmax.of(Arrays.copyOf(scores, tokens));
  }

  /** The answer {@code ŷ}: the last entry of the attended values. */
  public double predict(Prompt prompt) {
    return predict(prompt, attention(prompt));
  }

  private double predict(Prompt prompt, Vector attention) {
    double[] values = valueWeights().multiply(prompt.embedding()).getRow(dimension());
    double prediction = 0;
    for (int i = 0; i < attention.size(); i++) {
      prediction += attention.get(i) * values[i];
    }
    return prediction;
  }

  /** Half the squared error against the true answer. */
  public double loss(Prompt prompt, double answer) {
    double error = predict(prompt) - answer;
    return 0.5 * error * error;
  }

  /**
   * The gradient of {@link #loss} with respect to Q: {@code (ŷ − y) Σ_i attn_i (ν y_i − ŷ) x_i
   * x_queryᵀ}, d × d.
   */
  public RealMatrix gradient(Prompt prompt, double answer) {
    var attention = attention(prompt);
    double prediction = predict(prompt, attention);
    double[] direction = new double[dimension()];
    for (int i = 0; i < attention.size(); i++) {
      double pull = attention.get(i) * (valueScale * prompt.labels().get(i) - prediction);
      for (int j = 0; j < direction.length; j++) {
        direction[j] += pull * prompt.tokens().get(i).get(j);
      }
    }
    return new ArrayRealVector(direction, false)
        .mapMultiply(prediction - answer)
        .outerProduct(new ArrayRealVector(prompt.query().toArray(), false));
  }

  private void requireDimension(Prompt prompt) {
    if (prompt.dimension() != dimension()) {
      throw new InvalidInputException(
          "prompt", "must have dimension " + dimension() + ", not " + prompt.dimension());
    }
  }
}
