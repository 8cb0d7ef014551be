package io.github.icldynamics.lab.study;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.LabelChoice;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.QueryChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;

/** From balance to dominance: the ratio p₁/p_k swept at equal K. */
final class ImbalanceStudy {
  private static final long FEATURES = 1000;
  private static final double EPSILON = 0.01;

  /** Phases of an under-represented query that end with something else than convergence. */
  private static final List<String> PHASES = List.of("I", "II", "III");

  private final List<Double> ratios = Sweep.logarithmic(1.02, 99_900, 60);
  private final List<Double> dominantTimes = new ArrayList<>();
  private final List<Double> otherTimes = new ArrayList<>();
  private final List<List<Double>> ends =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

  private ImbalanceStudy() {}

  static StudyPage make() {
    var study = new ImbalanceStudy();
    study.ratios.forEach(study::measure);
    return study.page();
  }

  /** p₁ for which {@code p₁/p_k} is the ratio. */
  private static double dominant(double ratio) {
    return ratio / (ratio + FEATURES - 1);
  }

  private void measure(double ratio) {
    var law = TokenLaw.imbalanced(FEATURES, dominant(ratio));
    dominantTimes.add(time(law, 0));
    var run = Sweep.run(law, PromptLength.infinite(), 1, EPSILON);
    double end = run.convergence().orElseThrow();
    otherTimes.add(end);
    for (int i = 0; i < PHASES.size(); i++) {
      ends.get(i).add(run.phases().get(i).to() / end);
    }
  }

  private static double time(TokenLaw law, long query) {
    return Sweep.run(law, PromptLength.infinite(), query, EPSILON).convergence().orElseThrow();
  }

  private StudyPage page() {
    return new StudyPage(
        "Imbalance ratio",
        "How does stage-wise convergence depend on how much more frequent the dominant feature is?",
        List.of(times(), shares()),
        List.of(text()),
        new Experiment(
            new TokenLawChoice.Imbalanced(FEATURES, 0.5),
            PromptLength.infinite(),
            LabelChoice.linear(),
            MethodChoice.FLOW,
            1,
            EPSILON,
            OptionalDouble.empty(),
            new QueryChoice.Automatic()));
  }

  private LineChart times() {
    double scale = (double) FEATURES * FEATURES;
    return Sweep.chart(
        "Convergence times, K = 1000, N = ∞, ε = 0.01",
        Axis.log("imbalance ratio p₁/pₖ"),
        Axis.log("ηT"),
        List.of(
            Sweep.curve("dominant", ratios, dominantTimes, CurveStyle.solid(0)),
            Sweep.curve("under-represented", ratios, otherTimes, CurveStyle.solid(1)),
            Sweep.curve(
                "K²/(1 − p₁)", ratios, r -> scale / (1 - dominant(r)), CurveStyle.dashed(6))));
  }

  private LineChart shares() {
    var curves = new ArrayList<Curve>();
    for (int i = 0; i < PHASES.size(); i++) {
      curves.add(Sweep.curve("end of " + PHASES.get(i), ratios, ends.get(i), CurveStyle.solid(i)));
    }
    return Sweep.chart(
        "Ends of the phases as shares of the whole time",
        Axis.log("imbalance ratio p₁/pₖ"),
        Axis.linear("τ/T(ε)"),
        curves);
  }

  private String text() {
    int half = nearest(FEATURES - 1.0);
    return "The dominant feature comes first at every ratio above 1: twice as frequent, it already"
        + " takes "
        + Figures.of(share(nearest(2)), 3)
        + " of the time of the others, and at p₁ = ½ (ratio "
        + (FEATURES - 1)
        + ") "
        + Figures.of(share(half), 3)
        + ". Its own time falls like 1/p₁², then like 1/p₁ once its plateau is over; that of the"
        + " others stays near K² until p₁ is of order 1 and then grows as 1/(1 − p₁). Stages are"
        + " not a matter of a threshold. Phases are: with little imbalance there is no phase I at"
        + " all, because the target's weight leads from the start; it appears at a ratio of about "
        + Figures.of(firstPhaseOne(), 3)
        + ", where p₁² outweighs 1/K, and from a ratio of 100 on takes between "
        + Figures.of(shareOfPhaseOne(nearest(100)), 2)
        + " and "
        + Figures.of(shareOfPhaseOne(ratios.size() - 1), 2)
        + " of phases I and II together; with many features that is a third at every ratio. (The"
        + " curve of the dominant feature ends where it begins with an error below ε.)";
  }

  private double shareOfPhaseOne(int index) {
    return ends.get(0).get(index) / ends.get(1).get(index);
  }

  private double share(int index) {
    return dominantTimes.get(index) / otherTimes.get(index);
  }

  private int nearest(double ratio) {
    int best = 0;
    for (int i = 0; i < ratios.size(); i++) {
      if (Math.abs(FastMath.log(ratios.get(i) / ratio))
          < Math.abs(FastMath.log(ratios.get(best) / ratio))) {
        best = i;
      }
    }
    return best;
  }

  /** The first ratio at which phase I lasts. */
  private double firstPhaseOne() {
    for (int i = 0; i < ratios.size(); i++) {
      if (ends.get(0).get(i) > 0) {
        return ratios.get(i);
      }
    }
    return Double.NaN;
  }
}
