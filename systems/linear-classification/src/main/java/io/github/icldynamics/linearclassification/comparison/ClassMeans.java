package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
    var means = IntStream.range(0, counts.length).mapToObj(j -> mean(sums[j], counts[j]));
    return new ClassMeans(Arrays.stream(counts).boxed().toList(), means.toList());
  }

  private static Vector mean(double[] sum, int count) {
    return Vector.of(Arrays.stream(sum).map(entry -> entry / Math.max(1, count)).toArray());
  }

  /** How many classes have tokens. */
  int present() {
    return (int) counts.stream().filter(count -> count > 0).count();
  }
}
