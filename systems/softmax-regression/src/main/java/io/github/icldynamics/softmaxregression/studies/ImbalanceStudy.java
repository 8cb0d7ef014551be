package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice.Imbalanced;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.Template;
import java.util.List;
import java.util.Map;

/** From balance to dominance: the ratio p₁/p_k swept at equal K. */
final class ImbalanceStudy {
  private static final long FEATURES = 1000;

  /** Ratios: about twice as frequent, {@code p₁ = ½}, and where the sweep ends. */
  private static final double TWICE = 2.2;

  private static final long HALF = FEATURES - 1;

  private static final double GREATEST = 99_900;

  private final Series<Queries> ratios =
      Series.of(Sweep.logarithmic(1.02, GREATEST, 60), Queries::at);

  static Experiment experiment() {
    return Sweep.experiment(law(HALF));
  }

  private static Imbalanced law(double ratio) {
    return new Imbalanced(FEATURES, dominant(ratio));
  }

  /** p₁ for which {@code p₁/p_k} is the ratio. */
  private static double dominant(double ratio) {
    return ratio / (ratio + FEATURES - 1);
  }

  /** The two queries under one law. */
  private record Queries(double commonTime, double rareTime, ColumnRun rare) {
    static Queries at(double ratio) {
      var rare = Sweep.run(law(ratio), Sweep.RARE);
      return new Queries(Sweep.time(law(ratio), Sweep.COMMON), Sweep.time(rare), rare);
    }

    double share() {
      return commonTime / rareTime;
    }

    double end(PhaseName phase) {
      return phase.end(rare) / rareTime;
    }

    double shareOfPhaseOne() {
      return end(PhaseName.I) / end(PhaseName.II);
    }
  }

  StudyPage page() {
    return new StudyPage(
        "Imbalance ratio",
        "How does stage-wise convergence depend on how much more frequent the dominant feature is?",
        List.of(times(), shares()),
        List.of(text()));
  }

  private LineChart times() {
    double scale = (double) FEATURES * FEATURES;
    return Sweep.chart(
        "Convergence times, K = 1000, N = ∞, ε = 0.01",
        Axis.log("imbalance ratio p₁/pₖ"),
        Axis.log("ηT"),
        List.of(
            ratios.curve("dominant", Queries::commonTime, CurveStyle.solid(0)),
            ratios.curve("under-represented", Queries::rareTime, CurveStyle.solid(1)),
            Sweep.curve(
                "K²/(1 − p₁)",
                ratios.places(),
                ratio -> scale / (1 - dominant(ratio)),
                CurveStyle.dashed(6))));
  }

  private LineChart shares() {
    return Sweep.chart(
        "Ends of the phases as shares of the whole time",
        Axis.log("imbalance ratio p₁/pₖ"),
        Axis.linear("τ/T(ε)"),
        List.of(end(PhaseName.I), end(PhaseName.II), end(PhaseName.III)));
  }

  private Curve end(PhaseName phase) {
    var style = CurveStyle.solid(phase.color());
    return ratios.curve("end of " + phase, queries -> queries.end(phase), style);
  }

  private String text() {
    return Template.of(
            """
            The dominant feature comes first at every ratio above 1: twice as frequent, it already
            takes {share.twice:3} of the time of the others, and at p₁ = ½ (ratio {half})
            {share.half:3}. Its own time falls like 1/p₁², then like 1/p₁ once its plateau is over;
            that of the others stays near K² until p₁ is of order 1 and then grows as 1/(1 − p₁).
            Stages are not a matter of a threshold. Phases are: with little imbalance there is no
            phase I at all, because the target's weight leads from the start; it appears at a ratio
            of about {appearance:3}, where p₁² outweighs 1/K, and from a ratio of 100 on takes
            between {phaseOne.hundred:2} and {phaseOne.greatest:2} of phases I and II together; with
            many features that is a third at every ratio. (The curve of the dominant feature ends
            where it begins with an error below ε.)
            """)
        .with(
            Map.of(
                "share.twice", ratios.at(TWICE).share(),
                "half", HALF,
                "share.half", ratios.at(HALF).share(),
                "appearance", ratios.first(queries -> queries.end(PhaseName.I) > 0),
                "phaseOne.hundred", ratios.at(100).shareOfPhaseOne(),
                "phaseOne.greatest", ratios.at(GREATEST).shareOfPhaseOne()));
  }
}
