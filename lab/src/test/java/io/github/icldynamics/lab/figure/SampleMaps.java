package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.MatrixMap;
import io.github.icldynamics.chart.MatrixPanel;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ProbabilityMap;
import io.github.icldynamics.chart.ProbabilityPanel;
import io.github.icldynamics.chart.Scale;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Probability maps of linear classifiers with known boundaries, and matrices. */
final class SampleMaps {
  static final Extent.Fixed X = new Extent.Fixed(-3, 3);
  static final Extent.Fixed Y = new Extent.Fixed(-3, 3);

  private static final int CELLS = 150;

  private SampleMaps() {}

  /** A class's logit is constant + x·x1 + y·x2. */
  record Logit(double constant, double x, double y) {
    double at(double x1, double x2) {
      return constant + x * x1 + y * x2;
    }
  }

  static Axis axis(String label, Extent.Fixed extent) {
    return new Axis(label, Scale.LINEAR, extent);
  }

  static List<List<List<Double>>> softmax(List<Logit> logits, int rows, int columns) {
    return IntStream.range(0, rows)
        .mapToObj(
            i ->
                IntStream.range(0, columns)
                    .mapToObj(j -> law(logits, X.at(j, columns), Y.at(i, rows)))
                    .toList())
        .toList();
  }

  private static List<Double> law(List<Logit> logits, double x, double y) {
    double largest = logits.stream().mapToDouble(logit -> logit.at(x, y)).max().orElse(0);
    var weights = logits.stream().map(logit -> Math.exp(logit.at(x, y) - largest)).toList();
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    return weights.stream().map(weight -> weight / sum).toList();
  }

  static List<Point> cloud(double x, double y, double spread, int count, long seed) {
    var random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Point(x + spread * random.nextGaussian(), y + spread * random.nextGaussian()))
        .toList();
  }

  static ProbabilityPanel twoClouds(String title, double steepness) {
    var logits = List.of(new Logit(0, 0, 0), new Logit(-0.4 * steepness, steepness, steepness));
    return new ProbabilityPanel(
        title,
        softmax(logits, CELLS, CELLS),
        List.of(cloud(-0.9, -0.7, 0.8, 30, 1), cloud(0.9, 0.8, 0.8, 30, 2)));
  }

  static ProbabilityPanel softmaxOf(String title, int classes) {
    var logits =
        IntStream.range(0, classes)
            .mapToObj(k -> 2 * Math.PI * k / classes)
            .map(angle -> new Logit(0, 2 * Math.cos(angle), 2 * Math.sin(angle)))
            .toList();
    var marks =
        IntStream.range(0, classes)
            .mapToObj(
                k ->
                    cloud(
                        1.5 * Math.cos(2 * Math.PI * k / classes),
                        1.5 * Math.sin(2 * Math.PI * k / classes),
                        0.6,
                        15,
                        k))
            .toList();
    return new ProbabilityPanel(title, softmax(logits, CELLS, CELLS), marks);
  }

  static ProbabilityMap map(
      String title, MultiPanel.Arrangement arrangement, ProbabilityPanel... panels) {
    var names = IntStream.range(0, panels[0].classes()).mapToObj(k -> "class " + k).toList();
    return new ProbabilityMap(
        title, axis("x₁", X), axis("x₂", Y), names, List.of(panels), arrangement);
  }

  static List<List<Double>> entries(int order, ToDoubleBiFunction<Integer, Integer> entry) {
    return IntStream.range(0, order)
        .mapToObj(i -> IntStream.range(0, order).mapToObj(j -> entry.applyAsDouble(i, j)).toList())
        .toList();
  }

  static MatrixMap matrices(int order) {
    var noise = new Random(5);
    double[] values = DoubleStream.generate(noise::nextGaussian).limit(400).toArray();
    var trained = entries(order, (i, j) -> (i.equals(j) ? 1.2 : 0) + 0.3 * values[i * order + j]);
    var law = entries(order, (i, j) -> (i.equals(j) ? 1.2 : 0) - 0.1 * Math.abs(i - j));
    var difference = entries(order, (i, j) -> 4e-3 * values[j * order + i]);
    return new MatrixMap(
        "Weights of dimension " + order,
        "row",
        "column",
        List.of(
            new MatrixPanel("trained", trained, "weight"),
            new MatrixPanel("inverse covariance", law, "weight"),
            new MatrixPanel("difference of two runs", difference, "difference")));
  }
}
