package io.github.icldynamics.lab.study;

import io.github.icldynamics.experiment.Preset;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;

/** Q not zero at the start: one weight moved, or all of them random. */
final class InitialWeightsStudy {
  private static final int FEATURES = 100;
  private static final double EPSILON = 0.01;
  private static final int SEEDS = 25;
  private static final long MANY_FEATURES = 10_000;
  private static final TokenLaw LAW = TokenLaw.imbalanced(FEATURES, 0.5);
  private static final TokenLaw LARGE_LAW = TokenLaw.imbalanced(MANY_FEATURES, 0.5);

  private final List<Double> shifts = Sweep.linear(-6, 10, 64);
  private final List<Double> scales = Sweep.linear(0, 2, 10);
  private final List<Double> byOwn = new ArrayList<>();
  private final List<Double> byDominant = new ArrayList<>();
  private final List<Double> least = new ArrayList<>();
  private final List<Double> median = new ArrayList<>();
  private final List<Double> most = new ArrayList<>();
  private final double reference = time(LAW, Vector.zero(3));
  private final double largeReference = time(LARGE_LAW, Vector.zero(3));

  private InitialWeightsStudy() {}

  static StudyPage make() {
    var study = new InitialWeightsStudy();
    for (double shift : study.shifts) {
      study.byOwn.add(time(LARGE_LAW, Vector.of(0, shift, 0)) / study.largeReference);
      study.byDominant.add(time(LARGE_LAW, Vector.of(shift, 0, 0)) / study.largeReference);
    }
    study.scales.forEach(study::measureRandom);
    return study.page();
  }

  private static double time(TokenLaw law, Vector initial) {
    return Sweep.run(law, PromptLength.infinite(), 1, EPSILON, initial).convergence().orElseThrow();
  }

  /** Every one of the column's logits drawn by itself. */
  private void measureRandom(double scale) {
    var law = LAW.listedSingly();
    var times = new ArrayList<Double>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      var random = new Well19937c(seed);
      double[] logits = new double[FEATURES];
      for (int m = 0; m < FEATURES; m++) {
        logits[m] = scale * random.nextGaussian();
      }
      times.add(time(law, Vector.of(logits)) / reference);
    }
    times.sort(null);
    least.add(times.getFirst());
    median.add(times.get(SEEDS / 2));
    most.add(times.getLast());
  }

  private StudyPage page() {
    return new StudyPage(
        "Initial weights",
        "How sensitive is the run of an under-represented query to an initial Q that is not zero?",
        List.of(oneWeight(), random()),
        List.of(text()),
        Preset.IMBALANCED.experiment());
  }

  private LineChart oneWeight() {
    return Sweep.chart(
        "One weight moved, K = 10⁴, p₁ = 0.5, N = ∞, ε = 0.01",
        Axis.linear("initial value of the weight"),
        Axis.log("time over that from Q = 0"),
        List.of(
            Sweep.curve("Aₖ(0)", shifts, byOwn, CurveStyle.solid(0)),
            Sweep.curve("Bₖ₁(0)", shifts, byDominant, CurveStyle.solid(1)),
            Sweep.curve("exp(−Aₖ(0))", shifts, a -> FastMath.exp(-a), CurveStyle.dashed(6))),
        ReferenceLine.vertical(0, "Q = 0"));
  }

  private LineChart random() {
    return Sweep.chart(
        "All weights Gaussian, K = 100, " + SEEDS + " seeds",
        Axis.linear("standard deviation of the initial weights"),
        Axis.log("time over that from Q = 0"),
        List.of(
            Sweep.curve("median", scales, median, CurveStyle.solid(0)),
            Sweep.curve("fastest", scales, least, CurveStyle.dashed(2)),
            Sweep.curve("slowest", scales, most, CurveStyle.dashed(1))));
  }

  private String text() {
    int small = scales.indexOf(0.2);
    int large = scales.indexOf(1.0);
    return "What counts is the target's own weight: its head start A_k(0) multiplies the time by"
        + " exp(−A_k(0)) as long as that time is mostly plateau (measured at K = 10⁴: "
        + Figures.of(at(byOwn, -6), 3)
        + " at −6, where e⁶ = 403, and "
        + Figures.of(at(byOwn, 2), 3)
        + " at +2, where e⁻² = 0.135). The weight on the dominant feature is forgiving in one"
        + " direction: suppressed beforehand (B_{k,1}(0) = −6) it saves "
        + Figures.of(100 * (1 - at(byDominant, -6)), 2)
        + "% of the time, which is √(2/K), all that suppression costs; favoured it does no harm up"
        + " to about ln K ("
        + Figures.of(at(byDominant, 6), 3)
        + " at +6) and then multiplies the time ("
        + Figures.of(at(byDominant, 10), 3)
        + " at +10), because a saturated softmax leaves nothing to learn from. Random weights do"
        + " both: with standard deviation "
        + Figures.of(scales.get(small), 2)
        + " the times of "
        + SEEDS
        + " starts at K = 100 differ by a factor of up to "
        + Figures.of(most.get(small) / least.get(small), 3)
        + ", with 1 by "
        + Figures.of(most.get(large) / least.get(large), 3)
        + ", half of them being slower than "
        + Figures.of(median.get(large), 3)
        + " times the run from Q = 0. Small random starts are like Q = 0, and no start of order 1"
        + " removes the plateau.";
  }

  /** The value of a curve at a shift that is one of those tried. */
  private double at(List<Double> curve, double shift) {
    return curve.get(shifts.indexOf(shift));
  }
}
