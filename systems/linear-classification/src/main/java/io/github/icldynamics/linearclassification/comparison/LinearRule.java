package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.numeric.Vector;
import java.util.List;

/**
 * Answers the class of the greatest score {@code a_j + b_jᵀ x}; of equal ones, the first.
 *
 * @param offsets a, c numbers; {@code −∞} for a class that is never answered
 * @param slopes b, c vectors of R^d
 */
record LinearRule(Vector offsets, List<Vector> slopes) implements PromptClassifier.Rule {
  LinearRule {
    slopes = List.copyOf(slopes);
  }

  @Override
  public int classify(Vector query) {
    int best = 0;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < slopes.size(); j++) {
      double score = score(j, query);
      if (score > greatest) {
        greatest = score;
        best = j;
      }
    }
    return best;
  }

  /** The score of class j. */
  double score(int j, Vector query) {
    return offsets.get(j) + slopes.get(j).dot(query);
  }
}
