package io.github.icldynamics.chart;

import java.util.List;

/**
 * Where in the plane a classifier expects which class: one to four panels over the same axes, one
 * unit as long on the x axis as on the y axis. The ground has the colours of the classes, mixed as
 * their probabilities and paled; a dark line is the decision boundary, where the most probable
 * class changes; marks in the colour and shape of their class stand at given points. The legend
 * names the classes and the boundary.
 *
 * @param title above all panels; may be empty
 * @param x linear, from one fixed value to another
 * @param y likewise
 * @param classes the names of the classes, such as "class 0"
 * @param panels each with as many classes as have names
 */
public record ProbabilityMap(
    String title,
    Axis x,
    Axis y,
    List<String> classes,
    List<ProbabilityPanel> panels,
    MultiPanel.Arrangement arrangement)
    implements Chart {
  private static final int MOST_PANELS = 4;

  public ProbabilityMap {
    classes = List.copyOf(classes);
    panels = List.copyOf(panels);
    requireFixed(x);
    requireFixed(y);
    if (panels.isEmpty() || panels.size() > MOST_PANELS) {
      throw new IllegalArgumentException(
          "A probability map has one to four panels, not " + panels.size());
    }
    for (var panel : panels) {
      requirePlace(panel, classes.size(), panels.size());
    }
  }

  private static void requireFixed(Axis axis) {
    if (axis.scale() != Scale.LINEAR || !(axis.extent() instanceof Extent.Fixed)) {
      throw new IllegalArgumentException(
          "The axis \"" + axis.label() + "\" of a probability map must be linear with fixed ends");
    }
  }

  private static void requirePlace(ProbabilityPanel panel, int classes, int panels) {
    if (panel.classes() != classes) {
      throw new IllegalArgumentException(
          "The panel \""
              + panel.title()
              + "\" has "
              + panel.classes()
              + " classes, but "
              + classes
              + " have names");
    }
    if (panels > 1 && panel.title().isEmpty()) {
      throw new IllegalArgumentException("Each of several panels needs a title");
    }
  }
}
