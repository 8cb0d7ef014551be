package io.github.icldynamics.softmaxregression.studies;

import static java.util.Map.entry;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice.Imbalanced;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.InitialLogits;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;

/** Q not zero at the start: one weight moved, or all of them random. */
final class InitialWeightsStudy {
  private static final int SEEDS = 25;
  private static final double SMALL = 0.2;
  private static final double LARGE = 1;
  private static final Imbalanced LAW = new Imbalanced(100, 0.5);
  private static final Imbalanced LARGE_LAW = new Imbalanced(10_000, 0.5);

  private final Series<Shifted> shifts = Series.of(Sweep.linear(-6, 10, 64), Shifted::by);
  private final Series<Spread> scales = Series.of(Sweep.linear(0, 2, 10), Spread::of);

  static Experiment experiment() {
    return Sweep.experiment(LAW).with(Experiment.INITIAL, new InitialLogits.Gaussian(LARGE, 1));
  }

  /** The time from given weights over that from {@code Q = 0}. */
  private static double time(TrainingPlan plan, double reference, double... initial) {
    return Sweep.time(ColumnRun.train(plan, Sweep.RARE, Vector.of(initial))) / reference;
  }

  /** Times from a start with one weight moved. */
  private record Shifted(double own, double dominant) {
    private static final TrainingPlan PLAN = Sweep.experiment(LARGE_LAW).layerPlan().plan();
    private static final double REFERENCE = Sweep.time(LARGE_LAW, Sweep.RARE);

    /** The column's weights are those on the dominant feature, its own and all others. */
    static Shifted by(double shift) {
      return new Shifted(time(PLAN, REFERENCE, 0, shift, 0), time(PLAN, REFERENCE, shift, 0, 0));
    }
  }

  /** Times from random starts. */
  record Spread(double least, double median, double most) {
    private static final TrainingPlan PLAN = experiment().layerPlan().plan();
    private static final double REFERENCE = Sweep.time(LAW, Sweep.RARE);

    static Spread of(double scale) {
      double[] times =
          IntStream.rangeClosed(1, SEEDS)
              .mapToDouble(seed -> time(PLAN, REFERENCE, start(scale, seed)))
              .sorted()
              .toArray();
      return new Spread(times[0], times[SEEDS / 2], times[SEEDS - 1]);
    }

    /** Every one of the column's logits drawn by itself. */
    private static double[] start(double scale, int seed) {
      var random = new Well19937c(seed);
      return DoubleStream.generate(random::nextGaussian)
          .limit(LAW.features())
          .map(logit -> scale * logit)
          .toArray();
    }

    double factor() {
      return most / least;
    }
  }

  StudyPage page() {
    return new StudyPage(
        "Initial weights",
        "How sensitive is the run of an under-represented query to an initial Q that is not zero?",
        List.of(oneWeight(), random()),
        List.of(text()));
  }

  private LineChart oneWeight() {
    return Sweep.chart(
        "One weight moved, K = 10⁴, p₁ = 0.5, N = ∞, ε = 0.01",
        Axis.linear("initial value of the weight"),
        Axis.log("time over that from Q = 0"),
        List.of(
            shifts.curve("Aₖ(0)", Shifted::own, CurveStyle.solid(0)),
            shifts.curve("Bₖ₁(0)", Shifted::dominant, CurveStyle.solid(1)),
            Sweep.curve(
                "exp(−Aₖ(0))", shifts.places(), a -> FastMath.exp(-a), CurveStyle.dashed(6))),
        ReferenceLine.vertical(0, "Q = 0"));
  }

  private LineChart random() {
    return Sweep.chart(
        "All weights Gaussian, K = 100, " + SEEDS + " seeds",
        Axis.linear("standard deviation of the initial weights"),
        Axis.log("time over that from Q = 0"),
        List.of(
            scales.curve("median", Spread::median, CurveStyle.solid(0)),
            scales.curve("fastest", Spread::least, CurveStyle.dashed(2)),
            scales.curve("slowest", Spread::most, CurveStyle.dashed(1))));
  }

  private String text() {
    return Template.of(
            """
            What counts is the target's own weight: its head start A_k(0) multiplies the time by
            exp(−A_k(0)) as long as that time is mostly plateau (measured at K = 10⁴: {own.-6:3} at
            −6, where e⁶ = 403, and {own.2:3} at +2, where e⁻² = 0.135). The weight on the dominant
            feature is forgiving in one direction: suppressed beforehand (B_{k,1}(0) = −6) it saves
            {saving:2}% of the time, which is √(2/K), all that suppression costs; favoured it does
            no harm up to about ln K ({dominant.6:3} at +6) and then multiplies the time
            ({dominant.10:3} at +10), because a saturated softmax leaves nothing to learn from.
            Random weights do both: with standard deviation {small} the times of {seeds} starts at K
            = 100 differ by a factor of up to {factor.small:3}, with {large} by {factor.large:3},
            half of them being slower than {median.large:3} times the run from Q = 0. Small random
            starts are like Q = 0, and no start of order 1 removes the plateau.
            """)
        .with(
            Map.ofEntries(
                entry("own.-6", shifts.at(-6).own()),
                entry("own.2", shifts.at(2).own()),
                entry("saving", 100 * (1 - shifts.at(-6).dominant())),
                entry("dominant.6", shifts.at(6).dominant()),
                entry("dominant.10", shifts.at(10).dominant()),
                entry("small", SMALL),
                entry("seeds", SEEDS),
                entry("factor.small", scales.at(SMALL).factor()),
                entry("large", LARGE),
                entry("factor.large", scales.at(LARGE).factor()),
                entry("median.large", scales.at(LARGE).median())));
  }
}
