package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice.Balanced;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice.Imbalanced;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Balanced and imbalanced laws with the same number of features. */
final class BalanceStudy {
  private static final long FEATURES = 1000;
  private static final long MANY_FEATURES = 100_000_000;
  private static final double DOMINANT = 0.5;
  private static final List<Double> MASSES = List.of(0.3, DOMINANT, 0.7);
  private static final double LAST_TIME = 1e7;
  private static final List<Double> TIMES = Sweep.logarithmic(1, LAST_TIME, 300);

  /** One of the queries of a balanced law, which are all alike. */
  private static final long ANY = 0;

  private final ColumnRun balanced = run(new Balanced(FEATURES), ANY);
  private final ColumnRun common = run(new Imbalanced(FEATURES, DOMINANT), Sweep.COMMON);
  private final ColumnRun rare = run(new Imbalanced(FEATURES, DOMINANT), Sweep.RARE);

  static Experiment experiment() {
    return Sweep.experiment(new Balanced(FEATURES));
  }

  private static ColumnRun run(TokenLawChoice law, long query) {
    return Sweep.run(law, query).extendedTo(LAST_TIME);
  }

  StudyPage page() {
    return new StudyPage(
        "Balanced against imbalanced",
        "At equal K, does it pay to have a dominant feature?",
        List.of(errors(), ratios()),
        List.of(text()));
  }

  /** The error of a query drawn like the tokens. */
  private double mean(double tau) {
    return DOMINANT * Sweep.loss(common, tau) + (1 - DOMINANT) * Sweep.loss(rare, tau);
  }

  private LineChart errors() {
    return Sweep.chart(
        "Prediction error, K = 1000, N = ∞",
        Axis.log("iterations t = τ/η, η = 1"),
        Axis.log("prediction error"),
        List.of(
            errors("balanced", balanced, CurveStyle.solid(0)),
            errors("imbalanced, dominant", common, CurveStyle.dashed(1)),
            errors("imbalanced, under-represented", rare, CurveStyle.dashed(2)),
            Sweep.curve("imbalanced, mean over queries", TIMES, this::mean, CurveStyle.solid(3))),
        Sweep.TARGET);
  }

  private static Curve errors(String label, ColumnRun run, CurveStyle style) {
    return Sweep.curve(label, TIMES, tau -> Sweep.loss(run, tau), style);
  }

  private static LineChart ratios() {
    var counts = Sweep.whole(10, MANY_FEATURES, 28);
    var curves = new ArrayList<Curve>();
    for (int i = 0; i < MASSES.size(); i++) {
      double p = MASSES.get(i);
      curves.add(Sweep.curve("p₁ = " + p, counts, k -> ratio((long) k, p), CurveStyle.solid(i)));
      curves.add(
          Sweep.curve(i == 0 ? "1/(1 − p₁)" : "", counts, _ -> 1 / (1 - p), CurveStyle.dashed(i)));
    }
    return Sweep.chart(
        "Time of an under-represented query over that of a balanced one",
        Axis.log("features K"),
        Axis.linear("T(imbalanced)/T(balanced)"),
        curves);
  }

  private static double ratio(long features, double dominant) {
    double imbalanced = Sweep.time(new Imbalanced(features, dominant), Sweep.RARE);
    return imbalanced / Sweep.time(new Balanced(features), ANY);
  }

  private String text() {
    double halfWay = Sweep.time(balanced) / 2;
    return Template.of(
            """
            For the last query to converge, balance is better: an under-represented query takes
            {ratio:3} times as long as a balanced one at K = 1000 and p₁ = ½, and {ratio.many} times
            at K = 10⁸, where the law 1/(1 − p₁) is exact to √(2/K). For the mean error it is the
            other way round for most of the run: half-way through the balanced plateau the balanced
            error is {half.balanced:3}, the imbalanced mean {half.mean:3}, because the dominant half
            of the queries has converged after {time.common:3} iterations. The balanced run
            overtakes when its plateau ends. No fixed law of the queries does better than K² for the
            last one: see the claim reweighted-queries.
            """)
        .with(
            Map.of(
                "ratio", ratio(FEATURES, DOMINANT),
                "ratio.many", ratio(MANY_FEATURES, DOMINANT),
                "half.balanced", Sweep.loss(balanced, halfWay),
                "half.mean", mean(halfWay),
                "time.common", Sweep.time(common)));
  }
}
