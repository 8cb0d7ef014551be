package io.github.icldynamics.linearclassification.run;

import io.github.icldynamics.linearclassification.experiment.MixtureExperiment;
import io.github.icldynamics.linearclassification.objective.ExactRisk;
import io.github.icldynamics.linearclassification.objective.InferenceError;
import io.github.icldynamics.linearclassification.objective.RiskSlope;
import io.github.icldynamics.linearclassification.objective.SampledRisk;
import io.github.icldynamics.linearclassification.objective.Sampling;
import io.github.icldynamics.linearclassification.objective.WeightSpace;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.statistics.Estimate;
import io.github.icldynamics.work.Workforce;
import java.util.Arrays;
import java.util.List;

/**
 * The layer of an experiment at weights that are given, without training.
 *
 * @param weights W in the original axes, d × d
 */
public record LayerAtWeights(SquareMatrix weights) {
  private static final int POINTS = 1024;
  private static final int REPLICATES = 16;

  /**
   * Beyond any that training comes to; where answers are certain, averages over points are slow.
   */
  private static final Bounds BOUNDS = Bounds.closed(-1000, 1000);

  private static final RecordFormat<List<Vector>> FORMAT =
      RecordFormat.nested(
          Field.<List<Vector>, List<Vector>>of("weights", Formats.rows(), only -> only)
              .symbol("W")
              .says("the weights of the layer in the axes of the tokens, d rows of d numbers"));

  /**
   * The loss in training, its negative gradient, and the error of inference in the test.
   *
   * @param document with {@code weights}
   * @throws InvalidInputException if they are none of the experiment's
   */
  public static Node evaluate(MixtureExperiment experiment, Node.Mapping document) {
    var rows = FORMAT.read(document);
    int dimension = experiment.mixture().dimension();
    if (rows.size() != dimension || rows.stream().anyMatch(row -> row.size() != dimension)) {
      throw new InvalidInputException(
          "weights", "must be %d rows of %d numbers".formatted(dimension, dimension));
    }
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        BOUNDS.require("weights[%d][%d]".formatted(i, j), rows.get(i).get(j));
      }
    }
    double[][] entries = rows.stream().map(Vector::toArray).toArray(double[][]::new);
    var layer = new LayerAtWeights(SquareMatrix.of(entries));
    return layer.training(experiment).with("inference", layer.inference(experiment));
  }

  private Node.Mapping training(MixtureExperiment experiment) {
    var law = experiment.law();
    var inAxes = Vector.of(WeightSpace.FULL.weights(law.axes().fromOriginal(weights)));
    if (ExactRisk.covers(law)) {
      var length = experiment.promptLength();
      var risk = ExactRisk.of(law, length, WeightSpace.FULL, Workforce.alone());
      var slope = risk.slope(inAxes);
      return told(experiment, slope, 0);
    }
    var risk =
        SampledRisk.of(
            law,
            experiment.promptLength(),
            WeightSpace.FULL,
            sampling(experiment).fitting(law),
            Workforce.alone());
    double error = Estimate.of(risk.slopes(inAxes), RiskSlope::loss).standardError();
    return told(experiment, risk.slope(inAxes), error);
  }

  private static Sampling sampling(MixtureExperiment experiment) {
    return new Sampling(POINTS, REPLICATES, experiment.accuracy().seed());
  }

  private static Node.Mapping told(MixtureExperiment experiment, RiskSlope slope, double error) {
    double[] descent = slope.gradient().toArray();
    Arrays.setAll(descent, i -> -descent[i]);
    var matrix = experiment.law().axes().toOriginal(WeightSpace.FULL.matrix(descent));
    return Node.Mapping.empty()
        .with("loss", new Node.Real(slope.loss()))
        .with("lossStandardError", new Node.Real(error))
        .with("descent", rows(matrix));
  }

  private Node inference(MixtureExperiment experiment) {
    var law = experiment.testLaw();
    var length = experiment.test().promptLength();
    var sampling = sampling(experiment).fitting(law);
    var error = InferenceError.of(weights, law, length, sampling, Workforce.alone());
    return Node.Mapping.empty()
        .with("M", Formats.promptLength().write(length))
        .with("excessError", new Node.Real(error.totalVariation().mean()))
        .with("standardError", new Node.Real(error.totalVariation().standardError()))
        .with("excessRisk", new Node.Real(error.excessRisk().mean()))
        .with("excessRiskStandardError", new Node.Real(error.excessRisk().standardError()))
        .with("bayesRisk", new Node.Real(error.bayesRisk().mean()))
        .with("bayesRiskStandardError", new Node.Real(error.bayesRisk().standardError()));
  }

  private static Node rows(SquareMatrix matrix) {
    return new Node.Items(
        Arrays.stream(matrix.toArray()).<Node>map(row -> Node.numbers(row)).toList());
  }
}
