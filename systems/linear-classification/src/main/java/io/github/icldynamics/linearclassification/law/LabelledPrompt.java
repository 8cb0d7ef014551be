package io.github.icldynamics.linearclassification.law;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.Arrays;
import java.util.List;

/**
 * A prompt {@code (x_1, y_1, …, x_N, y_N)} of a classification task.
 *
 * @param classes c ≥ 2
 * @param tokens N ≥ 1 vectors of R^d
 * @param labels their classes, counted from 0
 */
public record LabelledPrompt(int classes, List<Vector> tokens, List<Integer> labels) {
  public LabelledPrompt {
    tokens = List.copyOf(tokens);
    labels = List.copyOf(labels);
    if (tokens.isEmpty() || tokens.size() != labels.size()) {
      throw new InvalidInputException(
          "labels", "must be as many as the tokens, at least 1, not " + labels.size());
    }
    for (var token : tokens) {
      if (token.size() != tokens.get(0).size()) {
        throw new InvalidInputException(
            "tokens",
            "must have one dimension, not " + tokens.get(0).size() + " and " + token.size());
      }
    }
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new InvalidInputException(
            "labels", "must be from 0 to " + (classes - 1) + ", not " + label);
      }
    }
  }

  /** The dimension d. */
  public int dimension() {
    return tokens.get(0).size();
  }

  /** The number N of tokens. */
  public int size() {
    return tokens.size();
  }

  /** {@code p_j = (1/N) Σ_{i: y_i = j} x_i} for every class. */
  public List<Vector> classSums() {
    double[][] sums = new double[classes][dimension()];
    for (int i = 0; i < size(); i++) {
      double[] sum = sums[labels.get(i)];
      for (int k = 0; k < sum.length; k++) {
        sum[k] += tokens.get(i).get(k) / size();
      }
    }
    return Arrays.stream(sums).map(Vector::of).toList();
  }
}
