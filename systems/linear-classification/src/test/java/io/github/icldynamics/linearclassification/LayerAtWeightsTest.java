package io.github.icldynamics.linearclassification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.linearclassification.experiment.MixtureExperiment;
import io.github.icldynamics.linearclassification.objective.MinimiserEstimate;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.work.Workforce;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layer at weights that are given, of the first paper's setting and of another. */
class LayerAtWeightsTest {
  private static final LinearClassification SYSTEM = new LinearClassification(List.of());

  private static MixtureExperiment experiment(int classes, Node covariance) {
    var mixture =
        Node.Mapping.empty()
            .with("classes", new Node.Whole(classes))
            .with("dimension", new Node.Whole(2))
            .with("covariance", covariance);
    return SYSTEM
        .format()
        .read(
            Node.Mapping.empty().with("mixture", mixture).with("promptLength", new Node.Whole(20)));
  }

  private static Node rows(double[]... rows) {
    return new Node.Items(Stream.of(rows).<Node>map(Node::numbers).toList());
  }

  /** Two classes with an exact rule, and three, tilted, that are sampled. */
  static Stream<MixtureExperiment> experiments() {
    return Stream.of(
        experiment(2, Node.numbers(1, 2)),
        experiment(3, rows(new double[] {1, 0.5}, new double[] {0.5, 2})));
  }

  private static Map<String, Node> evaluate(MixtureExperiment experiment, double[]... weights) {
    var document = Node.Mapping.empty().with("weights", rows(weights));
    return ((Node.Mapping) SYSTEM.evaluate(experiment, document)).entries();
  }

  private static double number(Map<String, Node> answer, String key) {
    return ((Node.Real) Objects.requireNonNull(answer.get(key))).value();
  }

  private static double entry(Map<String, Node> answer, int row, int column) {
    var rows = ((Node.Items) Objects.requireNonNull(answer.get("descent"))).items();
    return ((Node.Real) ((Node.Items) rows.get(row)).items().get(column)).value();
  }

  /** Central differences of the loss, over the same points: their error is h² and rounding. */
  @ParameterizedTest
  @MethodSource("experiments")
  void descentIsMinusTheGradientInTheAxesOfTheTokens(MixtureExperiment experiment) {
    double[][] weights = {{1.2, 0.3}, {-0.2, 0.7}};
    var answer = evaluate(experiment, weights);
    double shift = 1e-4;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double[][] above = {weights[0].clone(), weights[1].clone()};
        double[][] below = {weights[0].clone(), weights[1].clone()};
        above[i][j] += shift;
        below[i][j] -= shift;
        double slope =
            (number(evaluate(experiment, above), "loss")
                    - number(evaluate(experiment, below), "loss"))
                / (2 * shift);
        assertEquals(-slope, entry(answer, i, j), 1e-7);
      }
    }
  }

  /** The minimiser that a run finds is one here too. */
  @Test
  void atTheMinimiserTheLossIsLeastAndNothingMoves() {
    var experiment = experiment(2, Node.numbers(1, 2));
    var minimiser =
        MinimiserEstimate.of(
            experiment.law(), experiment.promptLength(), 0.001, 1, Workforce.alone());
    var answer = evaluate(experiment, minimiser.minimiser().toArray());
    // By symmetry an off-diagonal weight has no gradient; both rules are good to 1e-10.
    assertEquals(minimiser.loss().mean(), number(answer, "loss"), 1e-10);
    assertEquals(0, number(answer, "lossStandardError"));
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertEquals(0, entry(answer, i, j), 1e-9);
      }
    }
  }

  /** With W = 0 every answer is a coin: the loss is ln 2, and Bayes is right oftener. */
  @Test
  void withoutWeightsAnswersAreCoins() {
    var answer = evaluate(experiment(2, Node.numbers(1, 2)), new double[2], new double[2]);
    assertEquals(Math.log(2), number(answer, "loss"), 1e-14);
    var inference = ((Node.Mapping) Objects.requireNonNull(answer.get("inference"))).entries();
    double bayes = number(inference, "bayesRisk");
    double excess = number(inference, "excessRisk");
    assertEquals(0.5, bayes + excess, 5 * number(inference, "excessRiskStandardError"));
  }

  /** Where answers are certain the loss grows linearly; weights beyond that are no layer's. */
  @Test
  void largeWeightsAreExactAndLargerOnesRefused() {
    var experiment = experiment(2, Node.numbers(1, 2));
    double low = lossAt(experiment, 500);
    double middle = lossAt(experiment, 750);
    double high = lossAt(experiment, 1000);
    // Where a logit is not yet certain the loss falls short of a line by order 1/w².
    assertEquals(1, (high - middle) / (middle - low), 1e-4);
    var e =
        assertThrows(
            InvalidInputException.class,
            () -> evaluate(experiment, new double[] {0, 1e10}, new double[2]));
    assertEquals("weights[0][1] must lie in [-1000, 1000], not 1.0E10", e.getMessage());
  }

  private static double lossAt(MixtureExperiment experiment, double weight) {
    return number(evaluate(experiment, new double[] {weight, 0}, new double[] {0, 1}), "loss");
  }

  @Test
  void weightsOfAnotherShapeAreRefused() {
    var experiment = experiment(2, Node.numbers(1, 2));
    var e =
        assertThrows(
            InvalidInputException.class,
            () -> evaluate(experiment, new double[] {1, 2, 3}, new double[] {1, 2, 3}));
    assertEquals("weights must be 2 rows of 2 numbers", e.getMessage());
  }
}
