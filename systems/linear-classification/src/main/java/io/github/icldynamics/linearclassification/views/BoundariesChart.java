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
import java.util.List;
import java.util.stream.IntStream;

/** What the trained layer makes of one prompt in the plane, beside Bayes, who knows the task. */
record BoundariesChart(RunView run, Table places, Table prompt) {
  static ProbabilityMap of(RunView run) {
    var places = run.record().table("boundaries");
    return new BoundariesChart(run, places, run.record().table(Forms.PROMPT.name())).map();
  }

  private int classes() {
    return run.experiment().mixture().classes();
  }

  private ProbabilityMap map() {
    double reach = places.real("x_1", places.size() - 1);
    var frame = new Extent.Fixed(-reach, reach);
    return new ProbabilityMap(
        run.title("One prompt of " + prompt.size() + " tokens"),
        new Axis("x₁", Scale.LINEAR, frame),
        new Axis("x₂", Scale.LINEAR, frame),
        IntStream.range(0, classes()).mapToObj(j -> "class " + j).toList(),
        List.of(panel("trained layer", "layer_0"), panel("Bayes, who knows the means", "bayes_0")),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  /** Of the probabilities in the columns from the first class's on. */
  private ProbabilityPanel panel(String title, String first) {
    int side = (int) Math.rint(Math.sqrt(places.size()));
    int column = places.form().indexOf(first);
    var rows =
        IntStream.range(0, side)
            .mapToObj(i -> IntStream.range(i * side, (i + 1) * side))
            .map(places -> places.mapToObj(row -> probabilities(column, row)).toList())
            .toList();
    return new ProbabilityPanel(title, rows, marks());
  }

  private List<Double> probabilities(int first, int row) {
    return IntStream.range(first, first + classes())
        .mapToObj(column -> places.real(column, row))
        .toList();
  }

  private List<List<Point>> marks() {
    return IntStream.range(0, classes()).mapToObj(this::marks).toList();
  }

  private List<Point> marks(int label) {
    return prompt
        .rows()
        .filter(row -> prompt.whole("label", row) == label)
        .mapToObj(row -> new Point(prompt.real("x_1", row), prompt.real("x_2", row)))
        .toList();
  }
}
