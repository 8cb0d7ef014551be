package io.github.icldynamics.linearclassification.network;

import io.github.icldynamics.linearclassification.law.ClassifiedQuery;
import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * One layer of linear attention, token by token: {@code E + W^V E · (Eᵀ W^{KQ} E)/N} with {@code E
 * ∈ R^{(d+r)×(N+1)}} of columns {@code (x_i; code(y_i))}, the last one {@code (x_query; 0)}, {@code
 * W^V = diag(0_d, I_r)}, {@code W^{KQ} = diag(W, 0_r)}; the last r entries of the last column are
 * read out.
 *
 * @param weights W, d × d
 */
public record LinearAttention(SquareMatrix weights, LabelCode code) {
  /** The embedding E. */
  public RealMatrix embedding(LabelledPrompt prompt, Vector query) {
    requireDimension(prompt.dimension());
    requireDimension(query.size());
    int d = weights.size();
    double[][] embedding = new double[d + code.rows(prompt.classes())][prompt.size() + 1];
    for (int i = 0; i <= prompt.size(); i++) {
      var token = i < prompt.size() ? prompt.tokens().get(i) : query;
      for (int k = 0; k < d; k++) {
        embedding[k][i] = token.get(k);
      }
      if (i < prompt.size()) {
        code.write(prompt.labels().get(i), embedding, d, i);
      }
    }
    return new Array2DRowRealMatrix(embedding, false);
  }

  /** {@code W^{KQ} = diag(W, 0)}: labels take no part in the scores. */
  private RealMatrix keyQueryWeights(int size) {
    var matrix = new Array2DRowRealMatrix(size, size);
    matrix.setSubMatrix(weights.toArray(), 0, 0);
    return matrix;
  }

  /** {@code W^V = diag(0, I)}: only labels are passed on. */
  private RealMatrix valueWeights(int size) {
    var matrix = new Array2DRowRealMatrix(size, size);
    for (int i = weights.size(); i < size; i++) {
      matrix.setEntry(i, i, 1);
    }
    return matrix;
  }

  /** The probability of each class. */
  public Vector probabilities(LabelledPrompt prompt, Vector query) {
    return Softmax.of(logits(prompt, query));
  }

  private double[] logits(LabelledPrompt prompt, Vector query) {
    var embedding = embedding(prompt, query);
    int size = embedding.getRowDimension();
    int last = prompt.size();
    double[] scores =
        embedding.preMultiply(keyQueryWeights(size).operate(embedding.getColumn(last)));
    double[] attended = valueWeights(size).multiply(embedding).operate(scores);
    double[] outputs = new double[size - weights.size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] =
          embedding.getEntry(weights.size() + i, last) + attended[weights.size() + i] / last;
    }
    return code.logits(outputs);
  }

  /** Cross-entropy, natural logarithm. */
  public double loss(LabelledPrompt prompt, ClassifiedQuery query) {
    return Softmax.loss(logits(prompt, query.token()), query.label());
  }

  /**
   * The gradient of {@link #loss} with respect to W: {@code Σ_j (P_j − 1[y = j]) p_j x_queryᵀ}, d ×
   * d.
   */
  public SquareMatrix gradient(LabelledPrompt prompt, ClassifiedQuery query) {
    var probabilities = probabilities(prompt, query.token());
    var sums = prompt.classSums();
    int d = weights.size();
    double[][] gradient = new double[d][d];
    for (int j = 0; j < prompt.classes(); j++) {
      double pull = probabilities.get(j) - (j == query.label() ? 1 : 0);
      for (int i = 0; i < d; i++) {
        for (int k = 0; k < d; k++) {
          gradient[i][k] += pull * sums.get(j).get(i) * query.token().get(k);
        }
      }
    }
    return SquareMatrix.of(gradient);
  }

  private void requireDimension(int dimension) {
    if (dimension != weights.size()) {
      throw new InvalidInputException(
          "prompt", "must have dimension " + weights.size() + ", not " + dimension);
    }
  }
}
