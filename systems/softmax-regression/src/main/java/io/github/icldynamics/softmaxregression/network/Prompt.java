package io.github.icldynamics.softmaxregression.network;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * A prompt {@code (x_1, y_1, …, x_N, y_N, x_query)}.
 *
 * @param tokens N ≥ 1 vectors of R^d
 * @param labels N numbers
 * @param query a vector of R^d
 */
public record Prompt(List<Vector> tokens, Vector labels, Vector query) {
  public Prompt {
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty() || tokens.size() != labels.size()) {
      throw new InvalidInputException(
          "labels", "must be as many as the tokens, at least 1, not " + labels.size());
    }
    for (var token : tokens) {
      if (token.size() != query.size()) {
        throw new InvalidInputException(
            "tokens", "must have the query's dimension " + query.size() + ", not " + token.size());
      }
    }
  }

  /** The dimension d of tokens and query. */
  public int dimension() {
    return query.size();
  }

  /** {@code E ∈ R^{(d+1)×(N+1)}}: columns {@code (x_i; y_i)}, the last one {@code (x_query; 0)}. */
  public RealMatrix embedding() {
    var embedding = new Array2DRowRealMatrix(dimension() + 1, tokens.size() + 1);
    for (int i = 0; i < tokens.size(); i++) {
      embedding.setColumn(i, column(tokens.get(i), labels.get(i)));
    }
    embedding.setColumn(tokens.size(), column(query, 0));
    return embedding;
  }

  private static double[] column(Vector token, double label) {
    double[] column = Arrays.copyOf(token.toArray(), token.size() + 1);
    column[token.size()] = label;
    return column;
  }
}
