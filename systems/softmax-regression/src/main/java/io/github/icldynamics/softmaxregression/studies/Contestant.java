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
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice.Imbalanced;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.ColumnObjective;
import io.github.icldynamics.softmaxregression.objective.CurriculumObjective;
import java.util.List;

/** The ways to train that the study of faster training compares. */
enum Contestant {
  DESCENT("gradient descent"),
  MOMENTUM("momentum 0.9 (Nesterov alike)"),
  NESTEROV("Nesterov 0.9"),
  ADAM("Adam"),
  SIGN("sign descent"),
  NORMALISED("normalised"),
  REWEIGHTED("reweighted queries"),
  CURRICULUM("curriculum");

  /** p₁. */
  static final double DOMINANT = 0.5;

  /** The excess error at which a query has converged; nothing is left for infinite prompts. */
  static final double EPSILON = Sweep.EPSILON;

  /** μ, the share of the last velocity that momentum keeps. */
  private static final double KEPT = 0.9;

  /** {@code 1/(1 − μ)}: momentum follows the flow with so many times the learning rate. */
  static final double GAIN = 1 / (1 - KEPT);

  private final String label;

  Contestant(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  CurveStyle style() {
    return switch (this) {
      case DESCENT -> CurveStyle.solid(6);
      case MOMENTUM -> CurveStyle.dashed(5);
      case NESTEROV -> CurveStyle.dotted(0);
      case ADAM -> CurveStyle.dashed(3);
      case SIGN -> CurveStyle.dotted(1);
      case NORMALISED -> CurveStyle.solid(4);
      case REWEIGHTED -> CurveStyle.dashed(2);
      case CURRICULUM -> CurveStyle.solid(0);
    };
  }

  /** How it turns gradients into steps. */
  UpdateRule rule() {
    return switch (this) {
      case DESCENT, REWEIGHTED, CURRICULUM -> new PlainDescent();
      case MOMENTUM -> new Momentum(KEPT);
      case NESTEROV -> new Nesterov(KEPT);
      case ADAM -> new Adam(0.9, 0.999, 1e-8);
      case SIGN -> new SignDescent();
      case NORMALISED -> new NormalisedDescent();
    };
  }

  /** The layer at the start, to be trained in steps of a learning rate. */
  LayerDescent start(long features, double learningRate) {
    var law = law(features);
    var columns = this == REWEIGHTED ? reweighted(law) : columns(law);
    var fields = columns.stream().map(this::field).toList();
    return new LayerDescent(law.law(), fields, rule(), learningRate);
  }

  /** The law that all of them learn. */
  static Imbalanced law(long features) {
    return new Imbalanced(features, DOMINANT);
  }

  private Objective field(QueryColumn column) {
    return this == CURRICULUM ? new CurriculumObjective(column) : new ColumnObjective(column);
  }

  private static List<QueryColumn> columns(Imbalanced law) {
    return List.of(column(law, Sweep.COMMON), column(law, Sweep.RARE));
  }

  private static QueryColumn column(Imbalanced law, long query) {
    return law.law().column(query, PromptLength.infinite(), LabelModel.linear());
  }

  /** {@code π_k ∝ p_k T_k}, so that all queries converge at the same time. */
  private static List<QueryColumn> reweighted(Imbalanced law) {
    double common = work(law, Sweep.COMMON);
    double rare = work(law, Sweep.RARE);
    double total = common + (law.features() - 1) * rare;
    return List.of(
        column(law, Sweep.COMMON).withQueryWeight(common / total),
        column(law, Sweep.RARE).withQueryWeight(rare / total));
  }

  private static double work(Imbalanced law, long query) {
    return law.law().probability(query) * Sweep.time(law, query);
  }
}
