package io.github.icldynamics.chart;

import java.util.List;

/**
 * The probabilities of two to six classes over a stretch of the plane, and points marked on it.
 *
 * @param title above the panel; may be empty where it is the only one
 * @param probabilities by row, column and class. The first row lies at the low end of the y axis
 *     and the last at its high end, the rest at even distances ({@link Extent.Fixed#at}); columns
 *     likewise along x; at least two of each. Between them probabilities are linear. Those of a
 *     place are from 0 to 1 and sum to 1 within 10⁻⁶
 * @param marks a list for every class; points outside the axes are not shown
 */
public record ProbabilityPanel(
    String title, List<List<List<Double>>> probabilities, List<List<Point>> marks) {
  private static final double ROUNDING = 1e-6;
  private static final int MOST_CLASSES = 6;

  public ProbabilityPanel {
    probabilities =
        probabilities.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
    marks = marks.stream().map(List::copyOf).toList();
    requireClasses(title, marks.size());
    requireGrid(title, probabilities);
    for (var row : probabilities) {
      for (var place : row) {
        requireLaw(title, place, marks.size());
      }
    }
  }

  private static void requireClasses(String title, int classes) {
    if (classes < 2 || classes > MOST_CLASSES) {
      throw new IllegalArgumentException(
          "The panel \"" + title + "\" has marks of " + classes + " classes, not of two to six");
    }
  }

  private static void requireGrid(String title, List<List<List<Double>>> rows) {
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    if (rows.size() < 2 || columns < 2) {
      throw new IllegalArgumentException(
          "The panel \"" + title + "\" needs two rows and two columns of probabilities");
    }
    if (rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException(
          "The rows of probabilities of \"" + title + "\" are not all " + columns + " long");
    }
  }

  private static void requireLaw(String title, List<Double> law, int classes) {
    double sum = law.stream().mapToDouble(Double::doubleValue).sum();
    boolean shares = law.stream().allMatch(share -> share >= 0 && share <= 1 + ROUNDING);
    if (law.size() != classes || !shares || !(Math.abs(sum - 1) <= ROUNDING)) {
      throw new IllegalArgumentException(
          "In \"" + title + "\", " + law + " are not the probabilities of " + classes + " classes");
    }
  }

  /** How many classes there are. */
  public int classes() {
    return marks.size();
  }
}
