package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.GramChoice;
import io.github.icldynamics.softmaxregression.experiment.LabelChoice;
import io.github.icldynamics.softmaxregression.experiment.QueryChoice;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.law.LabelKernel;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.Contest;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A class of functions, how it is drawn, and what becomes of it on three kinds of features.
 *
 * @param orthonormal the run of an under-represented query
 * @param onCircle that of one of the queries on the circle, which are all alike
 * @param start the error at its start
 * @param random the runs of all queries on random features
 */
record FunctionClass(
    String title,
    LabelKernel kernel,
    CurveStyle style,
    ColumnRun orthonormal,
    ColumnRun onCircle,
    double start,
    List<ColumnRun> random) {
  static final TokenLawChoice LAW = new TokenLawChoice.Imbalanced(100, 0.5);
  static final SymmetricMatrix RANDOM = FeatureDirections.random(10, 4, 1);
  static final double LATE = 1e6;
  static final double LEFT = 0.1;

  private static final SymmetricMatrix CIRCLE = FeatureDirections.circle(12);

  static FunctionClass trained(String title, LabelKernel kernel, CurveStyle style) {
    var orthonormal = experiment(LAW, kernel).layerPlan().train(Sweep.RARE);
    var onCircle = train(kernel, CIRCLE).getFirst();
    double start = Sweep.loss(onCircle, 0);
    return new FunctionClass(
        title, kernel, style, orthonormal, onCircle, start, train(kernel, RANDOM));
  }

  /** Labels that are functions of a class, without noise. */
  static Experiment experiment(TokenLawChoice law, LabelKernel kernel) {
    return Sweep.experiment(law)
        .with(Experiment.LABELS, new LabelChoice(new LabelChoice.Functions(kernel), 0))
        .until(LATE);
  }

  /** All queries on features with a Gram matrix. */
  private static List<ColumnRun> train(LabelKernel kernel, SymmetricMatrix gram) {
    var experiment =
        experiment(new TokenLawChoice.Balanced(gram.size()), kernel)
            .with(Experiment.GRAM, GramChoice.Given.of(gram))
            .with(Experiment.QUERIES, new QueryChoice.All());
    return experiment.layerPlan().trainTogether(experiment.features());
  }

  /** {@code v = k(1) − k(ρ)}: what two features do not share. */
  double variance(double correlation) {
    return kernel.moment(1, 1, 1) - kernel.moment(1, correlation, 1);
  }

  /** v of orthonormal features. */
  double variance() {
    return variance(0);
  }

  /** The error on them. */
  double loss(double tau) {
    return Sweep.loss(orthonormal, tau);
  }

  /** {@code v̄ = 2 L(0)}, the mean contrast of two features on the circle. */
  private double contrast() {
    return 2 * start;
  }

  /** {@code (k(1) − k(cos 30°))/v̄}, in percent. */
  double contrastOfNeighbours() {
    return 100 * (variance(CIRCLE.get(0, 1)) / contrast());
  }

  /** The error on the circle, of that at the start. */
  double error(double scaledTime) {
    return Sweep.loss(onCircle, scaledTime / contrast()) / start;
  }

  double attention(double scaledTime) {
    var state = onCircle.stateAt(scaledTime / contrast());
    return state.value().meanAttention().get((int) onCircle.query());
  }

  double scaledTimeToTenth() {
    var tenth = Sweep.within(LEFT * start, onCircle.trajectory().column());
    return contrast() * firstTime(onCircle, tenth);
  }

  double scaledTimeToHalf() {
    return contrast() * timeToHalf(onCircle);
  }

  /** The time at which {@code Attn_k = ½}. */
  static double timeToHalf(ColumnRun run) {
    return firstTime(run, new Contest(run.trajectory().column())::attentionBeyondHalf);
  }

  private static double firstTime(ColumnRun run, ToDoubleFunction<Vector> observable) {
    return run.trajectory().firstTime(observable, 0).orElseThrow();
  }

  Curve curve(double from, double to, DoubleUnaryOperator value) {
    return Sweep.curve(title, Sweep.logarithmic(from, to, 200), value, style);
  }
}
