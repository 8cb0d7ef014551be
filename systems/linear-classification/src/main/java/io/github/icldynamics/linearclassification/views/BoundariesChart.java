package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ProbabilityMap;
import io.github.icldynamics.chart.ProbabilityPanel;
import io.github.icldynamics.chart.Scale;
import io.github.icldynamics.linearclassification.run.Forms;
import io.github.icldynamics.record.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the trained layer makes of one prompt in the plane, beside Bayes, who knows the task. */
final class BoundariesChart {
  private final RunView run;
  private final Table places;
  private final Table prompt;
  private final int classes;

  private BoundariesChart(RunView run) {
    this.run = run;
    this.places = run.record().table("boundaries");
    this.prompt = run.record().table(Forms.PROMPT.name());
    this.classes = run.experiment().mixture().classes();
  }

  static ProbabilityMap of(RunView run) {
    return new BoundariesChart(run).map();
  }

  private ProbabilityMap map() {
    double reach = places.real("x_1", places.size() - 1);
    var frame = new Extent.Fixed(-reach, reach);
    return new ProbabilityMap(
        MixtureTitle.of("One prompt of " + prompt.size() + " tokens", run.experiment()),
        new Axis("x₁", Scale.LINEAR, frame),
        new Axis("x₂", Scale.LINEAR, frame),
        IntStream.range(0, classes).mapToObj(j -> "class " + j).toList(),
        List.of(panel("trained layer", "layer_0"), panel("Bayes, who knows the means", "bayes_0")),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  /**
   * A panel.
   *
   * @param first the column of the first class's probabilities; the others follow it
   */
  private ProbabilityPanel panel(String title, String first) {
    int side = (int) Math.rint(Math.sqrt(places.size()));
    int column = places.form().indexOf(first);
    var rows = new ArrayList<List<List<Double>>>();
    for (int i = 0; i < side; i++) {
      int start = i * side;
      rows.add(
          IntStream.range(start, start + side)
              .mapToObj(row -> probabilities(column, row))
              .toList());
    }
    return new ProbabilityPanel(title, rows, marks());
  }

  private List<Double> probabilities(int first, int row) {
    return IntStream.range(first, first + classes)
        .mapToObj(column -> places.real(column, row))
        .toList();
  }

  private List<List<Point>> marks() {
    var marks = new ArrayList<List<Point>>();
    for (int j = 0; j < classes; j++) {
      marks.add(new ArrayList<>());
    }
    for (int i = 0; i < prompt.size(); i++) {
      marks
          .get((int) prompt.whole("label", i))
          .add(new Point(prompt.real("x_1", i), prompt.real("x_2", i)));
    }
    return marks;
  }
}
