package io.github.icldynamics.lab.study;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.LabelChoice;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.QueryChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;

/** Balanced and imbalanced laws with the same number of features. */
final class BalanceStudy {
  private static final long FEATURES = 1000;
  private static final double EPSILON = 0.01;
  private static final double DOMINANT = 0.5;
  private static final double LAST_TIME = 1e7;

  private final ColumnRun balanced = run(TokenLaw.balanced(FEATURES), 0);
  private final ColumnRun dominant = run(TokenLaw.imbalanced(FEATURES, DOMINANT), 0);
  private final ColumnRun other = run(TokenLaw.imbalanced(FEATURES, DOMINANT), 1);
  private final List<Double> times = Sweep.logarithmic(1, LAST_TIME, 300);
  private final List<Double> counts =
      Sweep.logarithmic(10, 1e8, 28).stream().map(FastMath::rint).toList();

  private BalanceStudy() {}

  static StudyPage make() {
    return new BalanceStudy().page();
  }

  private static ColumnRun run(TokenLaw law, long query) {
    return Sweep.run(law, PromptLength.infinite(), query, EPSILON).extendedTo(LAST_TIME);
  }

  private StudyPage page() {
    return new StudyPage(
        "Balanced against imbalanced",
        "At equal K, does it pay to have a dominant feature?",
        List.of(errors(), ratios()),
        List.of(text()),
        new Experiment(
            new TokenLawChoice.Balanced(FEATURES),
            PromptLength.infinite(),
            LabelChoice.linear(),
            MethodChoice.FLOW,
            1,
            EPSILON,
            OptionalDouble.empty(),
            new QueryChoice.Automatic()));
  }

  private static double loss(ColumnRun run, double tau) {
    return run.stateAt(tau).value().loss();
  }

  /** The error of a query drawn like the tokens. */
  private double mixed(double tau) {
    return DOMINANT * loss(dominant, tau) + (1 - DOMINANT) * loss(other, tau);
  }

  private LineChart errors() {
    return Sweep.chart(
        "Prediction error, K = 1000, N = ∞",
        Axis.log("iterations t = τ/η, η = 1"),
        Axis.log("prediction error"),
        List.of(
            Sweep.curve("balanced", times, t -> loss(balanced, t), CurveStyle.solid(0)),
            Sweep.curve(
                "imbalanced, dominant", times, t -> loss(dominant, t), CurveStyle.dashed(1)),
            Sweep.curve(
                "imbalanced, under-represented", times, t -> loss(other, t), CurveStyle.dashed(2)),
            Sweep.curve("imbalanced, mean over queries", times, this::mixed, CurveStyle.solid(3))),
        ReferenceLine.horizontal(EPSILON, "ε = 0.01"));
  }

  private LineChart ratios() {
    var curves = new ArrayList<Curve>();
    var masses = List.of(0.3, 0.5, 0.7);
    for (int i = 0; i < masses.size(); i++) {
      double p = masses.get(i);
      curves.add(
          Sweep.curve(
              "p₁ = " + p,
              counts,
              counts.stream().map(k -> ratio(k.longValue(), p)).toList(),
              CurveStyle.solid(i)));
      curves.add(
          Sweep.curve(i == 0 ? "1/(1 − p₁)" : "", counts, k -> 1 / (1 - p), CurveStyle.dashed(i)));
    }
    return Sweep.chart(
        "Time of an under-represented query over that of a balanced one",
        Axis.log("features K"),
        Axis.linear("T(imbalanced)/T(balanced)"),
        curves);
  }

  private static double ratio(long features, double dominant) {
    double imbalanced = time(TokenLaw.imbalanced(features, dominant), 1);
    return imbalanced / time(TokenLaw.balanced(features), 0);
  }

  private static double time(TokenLaw law, long query) {
    return Sweep.run(law, PromptLength.infinite(), query, EPSILON).convergence().orElseThrow();
  }

  private String text() {
    double half = balanced.convergence().orElseThrow() / 2;
    return "For the last query to converge, balance is better: an under-represented query takes "
        + Figures.of(ratio(FEATURES, DOMINANT), 3)
        + " times as long as a balanced one at K = 1000 and p₁ = ½, and "
        + Figures.of(ratio(100_000_000, DOMINANT), 5)
        + " times at K = 10⁸, where the law 1/(1 − p₁) is exact to √(2/K). For the mean error it is"
        + " the other way round for most of the run: half-way through the balanced plateau the"
        + " balanced error is "
        + Figures.of(loss(balanced, half), 3)
        + ", the imbalanced mean "
        + Figures.of(mixed(half), 3)
        + ", because the dominant half of the queries has converged after "
        + Figures.of(dominant.convergence().orElseThrow(), 3)
        + " iterations. The balanced run overtakes when its plateau ends. No fixed law of the"
        + " queries does better than K² for the last one: see the claim reweighted-queries.";
  }
}
