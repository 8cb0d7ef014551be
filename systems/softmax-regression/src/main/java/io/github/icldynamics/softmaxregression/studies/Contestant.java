package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.descent.Adam;
import io.github.icldynamics.descent.Momentum;
import io.github.icldynamics.descent.Nesterov;
import io.github.icldynamics.descent.NormalisedDescent;
import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.descent.PlainDescent;
import io.github.icldynamics.descent.SignDescent;
import io.github.icldynamics.descent.UpdateRule;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice.Imbalanced;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.ColumnObjective;
import io.github.icldynamics.softmaxregression.objective.CurriculumObjective;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A way to train that the study of faster training compares.
 *
 * @param style how it is drawn
 * @param rule how it turns gradients into steps
 * @param objectives what it descends: a column of the dominant and one of the other queries
 */
record Contestant(
    String label,
    CurveStyle style,
    UpdateRule rule,
    Function<Imbalanced, List<Objective>> objectives) {
  /** p₁. */
  static final double DOMINANT = 0.5;

  /** μ, the share of the last velocity that momentum keeps. */
  private static final double KEPT = 0.9;

  /** {@code 1/(1 − μ)}: momentum follows the flow with so many times the learning rate. */
  static final double GAIN = 1 / (1 - KEPT);

  static final Contestant DESCENT =
      plain("gradient descent", CurveStyle.solid(6), new PlainDescent());
  static final Contestant MOMENTUM =
      plain("momentum 0.9 (Nesterov alike)", CurveStyle.dashed(5), new Momentum(KEPT));
  static final Contestant NESTEROV =
      plain("Nesterov 0.9", CurveStyle.dotted(0), new Nesterov(KEPT));
  static final Contestant ADAM = plain("Adam", CurveStyle.dashed(3), new Adam(0.9, 0.999, 1e-8));
  static final Contestant SIGN = plain("sign descent", CurveStyle.dotted(1), new SignDescent());
  static final Contestant NORMALISED =
      plain("normalised", CurveStyle.solid(4), new NormalisedDescent());
  static final Contestant REWEIGHTED =
      new Contestant(
          "reweighted queries", CurveStyle.dashed(2), new PlainDescent(), Contestant::reweighted);
  static final Contestant CURRICULUM =
      new Contestant(
          "curriculum",
          CurveStyle.solid(0),
          new PlainDescent(),
          law -> columns(law, CurriculumObjective::new));

  private static Contestant plain(String label, CurveStyle style, UpdateRule rule) {
    return new Contestant(label, style, rule, law -> columns(law, ColumnObjective::new));
  }

  /** The layer at the start, to be trained in steps of a learning rate. */
  LayerDescent start(long features, double learningRate) {
    var law = law(features);
    return new LayerDescent(law.law(), objectives.apply(law), rule, learningRate);
  }

  /** The law that all of them learn. */
  static Imbalanced law(long features) {
    return new Imbalanced(features, DOMINANT);
  }

  private static List<Objective> columns(
      Imbalanced law, Function<QueryColumn, Objective> objective) {
    return Stream.of(Sweep.COMMON, Sweep.RARE)
        .map(query -> objective.apply(Sweep.column(law, query)))
        .toList();
  }

  /** {@code π_k ∝ p_k T_k}, so that all queries converge at the same time. */
  private static List<Objective> reweighted(Imbalanced law) {
    double common = work(law, Sweep.COMMON);
    double rare = work(law, Sweep.RARE);
    double total = common + (law.features() - 1) * rare;
    return List.of(asked(law, Sweep.COMMON, common / total), asked(law, Sweep.RARE, rare / total));
  }

  private static Objective asked(Imbalanced law, long query, double weight) {
    return new ColumnObjective(Sweep.column(law, query).withQueryWeight(weight));
  }

  private static double work(Imbalanced law, long query) {
    return law.law().probability(query) * Sweep.time(law, query);
  }
}
