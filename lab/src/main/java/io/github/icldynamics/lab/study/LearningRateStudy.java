package io.github.icldynamics.lab.study;

import io.github.icldynamics.analysis.LossHistory;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.LabelChoice;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.QueryChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Where gradient descent first overshoots, oscillates, and fails to converge. */
final class LearningRateStudy {
  private static final int FEATURES = 50;
  private static final double EXPONENT_MILD = 1;
  private static final double EXPONENT_STEEP = 1.5;
  private static final double EPSILON = 0.01;
  private static final int STEPS = 2000;

  /** A loss that has not changed over so many steps is taken to stay. */
  private static final int STALL = 100;

  /** More rises than this are an oscillation, not one overshoot. */
  private static final int FEW_RISES = 2;

  private final List<Double> rates = Sweep.logarithmic(1, 1e4, 40);
  private final Tally steep = new Tally(TokenLaw.zipf(FEATURES, EXPONENT_STEEP));
  private final Tally mild = new Tally(TokenLaw.zipf(FEATURES, EXPONENT_MILD));
  private final Tally paper = new Tally(TokenLaw.imbalanced(FEATURES, 0.5).listedSingly());

  private LearningRateStudy() {}

  static StudyPage make() {
    var study = new LearningRateStudy();
    for (double rate : study.rates) {
      study.steep.measure(rate);
      study.mild.measure(rate);
      study.paper.measure(rate);
    }
    return study.page();
  }

  /** Shares of the queries of one law, by learning rate in units of 1/p of the rarest feature. */
  private static final class Tally {
    private final TokenLaw law;
    private final List<Double> overshooting = new ArrayList<>();
    private final List<Double> oscillating = new ArrayList<>();
    private final List<Double> lost = new ArrayList<>();
    private final List<Double> slowest = new ArrayList<>();

    /** How many of the most frequent features have converged at every rate so far. */
    private long safe;

    Tally(TokenLaw law) {
      this.law = law;
      this.safe = law.features();
    }

    void measure(double rate) {
      int over = 0;
      int waves = 0;
      int open = 0;
      int steps = 0;
      double eta = rate / law.probability(law.features() - 1);
      for (long query = 0; query < law.features(); query++) {
        var column = law.column(query, PromptLength.infinite(), LabelModel.linear());
        var history = LossHistory.ofDescent(column, eta, STEPS);
        var converged = history.stepsTo(EPSILON);
        over += history.rises() > 0 ? 1 : 0;
        waves += history.rises() > FEW_RISES ? 1 : 0;
        open += converged.isEmpty() && history.hasStalled(STALL) ? 1 : 0;
        safe = converged.isEmpty() ? Math.min(safe, query) : safe;
        steps = Math.max(steps, converged.orElse(STEPS));
      }
      double all = law.features();
      overshooting.add(over / all);
      oscillating.add(waves / all);
      lost.add(open / all);
      slowest.add((double) steps);
    }
  }

  private StudyPage page() {
    return new StudyPage(
        "Learning rate",
        "At which learning rate does gradient descent first overshoot, oscillate, and diverge?",
        List.of(shares(), iterations()),
        List.of(text()),
        new Experiment(
            new TokenLawChoice.Zipf(FEATURES, EXPONENT_STEEP),
            PromptLength.infinite(),
            LabelChoice.linear(),
            MethodChoice.GD,
            25_000,
            EPSILON,
            OptionalDouble.empty(),
            new QueryChoice.All()));
  }

  private LineChart shares() {
    return Sweep.chart(
        "Zipf's law with exponent 1.5, K = 50, N = ∞: shares of the queries",
        Axis.log("η p of the rarest feature"),
        Axis.linear("share of the 50 queries"),
        List.of(
            Sweep.curve("overshoot at least once", rates, steep.overshooting, CurveStyle.solid(0)),
            Sweep.curve(
                "oscillate (3 rises or more)", rates, steep.oscillating, CurveStyle.dashed(1)),
            Sweep.curve(
                "stall without having converged", rates, steep.lost, CurveStyle.dotted(2))));
  }

  private LineChart iterations() {
    return Sweep.chart(
        "Iterations until the slowest query has converged (at most 2000)",
        Axis.log("η p of the rarest feature"),
        Axis.log("iterations to ε = 0.01"),
        List.of(
            Sweep.curve("imbalanced, p₁ = 0.5", rates, paper.slowest, CurveStyle.solid(0)),
            Sweep.curve("Zipf, exponent 1", rates, mild.slowest, CurveStyle.dashed(1)),
            Sweep.curve("Zipf, exponent 1.5", rates, steep.slowest, CurveStyle.dotted(2))));
  }

  private String text() {
    return "In the paper's setting, and under Zipf's law with exponent 1, the answer is: never."
        + " Overshoots among all queries and all learning rates from 1/p to 10⁴/p, where p"
        + " is that of the rarest feature: "
        + Figures.of(total(paper.overshooting) * FEATURES)
        + " and "
        + Figures.of(total(mild.overshooting) * FEATURES)
        + ". The larger the step, the fewer the iterations, down to one or two. Larger differences"
        + " among the competitors change that. Under Zipf's law with exponent 1.5 the loss first"
        + " rises in a step at ηp = "
        + Figures.of(first(steep.overshooting), 3)
        + ", some queries oscillate from "
        + Figures.of(first(steep.oscillating), 3)
        + " on, and some are lost from "
        + Figures.of(first(steep.lost), 3)
        + " on. Lost does not mean that the loss grows without bound; softmax cannot do that. A"
        + " step throws the attention onto a wrong feature so completely that no gradient is left,"
        + " and the loss stays where it is: at ηp = 10⁴ this has happened to "
        + Figures.of(100 * steep.lost.getLast(), 2)
        + "% of the queries after 2000 steps. Queries with the "
        + steep.safe
        + " most frequent features converge at every rate tried.";
  }

  private static double total(List<Double> shares) {
    return shares.stream().mapToDouble(Double::doubleValue).sum();
  }

  private double first(List<Double> shares) {
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i) > 0) {
        return rates.get(i);
      }
    }
    return Double.NaN;
  }
}
