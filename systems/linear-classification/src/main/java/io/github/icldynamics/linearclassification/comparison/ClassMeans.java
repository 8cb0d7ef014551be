package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * How many tokens of each class a prompt has, and their mean.
 *
 * @param counts N_j, c numbers
 * @param means m_j, c vectors of R^d; zero for a class without tokens
 */
record ClassMeans(List<Integer> counts, List<Vector> means) {
  ClassMeans {
    counts = List.copyOf(counts);
    means = List.copyOf(means);
  }

  static ClassMeans of(LabelledPrompt prompt) {
    int[] counts = new int[prompt.classes()];
    double[][] sums = new double[prompt.classes()][prompt.dimension()];
    for (int i = 0; i < prompt.size(); i++) {
      int label = prompt.labels().get(i);
      counts[label]++;
      for (int k = 0; k < prompt.dimension(); k++) {
        sums[label][k] += prompt.tokens().get(i).get(k);
      }
    }
    return divided(sums, counts);
  }

  private static ClassMeans divided(double[][] sums, int[] counts) {
    var means = new ArrayList<Vector>();
    var counted = new ArrayList<Integer>();
    for (int j = 0; j < counts.length; j++) {
      for (int k = 0; k < sums[j].length; k++) {
        sums[j][k] /= Math.max(1, counts[j]);
      }
      means.add(Vector.of(sums[j]));
      counted.add(counts[j]);
    }
    return new ClassMeans(counted, means);
  }

  /** How many classes have tokens. */
  int present() {
    return (int) counts.stream().filter(count -> count > 0).count();
  }
}
