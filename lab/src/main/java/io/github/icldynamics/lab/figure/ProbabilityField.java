package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.ProbabilityPanel;
import java.util.List;

/**
 * Probabilities on a grid over the unit square, linear along both sides between its places.
 *
 * @param places at least two rows, from the lowest, of at least two columns
 */
record ProbabilityField(List<List<List<Double>>> places, int classes) {
  static ProbabilityField of(ProbabilityPanel panel) {
    return new ProbabilityField(panel.probabilities(), panel.classes());
  }

  /**
   * The probabilities at a point.
   *
   * @param x from 0, the first column, to 1, the last
   * @param y from 0, the first row, to 1, the last
   */
  double[] at(double x, double y) {
    double column = x * (places.getFirst().size() - 1);
    double row = y * (places.size() - 1);
    int left = Math.clamp((long) column, 0, places.getFirst().size() - 2);
    int low = Math.clamp((long) row, 0, places.size() - 2);
    var law = new double[classes];
    add(law, low, left, (1 - (column - left)) * (1 - (row - low)));
    add(law, low, left + 1, (column - left) * (1 - (row - low)));
    add(law, low + 1, left, (1 - (column - left)) * (row - low));
    add(law, low + 1, left + 1, (column - left) * (row - low));
    return law;
  }

  private void add(double[] law, int row, int column, double weight) {
    var place = places.get(row).get(column);
    for (int k = 0; k < law.length; k++) {
      law[k] += weight * place.get(k);
    }
  }
}
