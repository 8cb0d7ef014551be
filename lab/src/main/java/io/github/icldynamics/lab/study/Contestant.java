package io.github.icldynamics.lab.study;

import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.QueryColumn;
import io.github.icldynamics.prompt.TokenLaw;
import io.github.icldynamics.training.ColumnField;
import io.github.icldynamics.training.CurriculumField;
import io.github.icldynamics.training.DescentField;
import io.github.icldynamics.training.UpdateRule;
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

  private static final double DOMINANT = 0.5;

  /** The excess error at which a query has converged; nothing is left for infinite prompts. */
  static final double EPSILON = 0.01;

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

  private UpdateRule rule() {
    return switch (this) {
      case DESCENT, REWEIGHTED, CURRICULUM -> new UpdateRule.Plain();
      case MOMENTUM -> new UpdateRule.Momentum(0.9);
      case NESTEROV -> new UpdateRule.Nesterov(0.9);
      case ADAM -> new UpdateRule.Adam(0.9, 0.999, 1e-8);
      case SIGN -> new UpdateRule.Sign();
      case NORMALISED -> new UpdateRule.Normalised();
    };
  }

  /** The layer at the start, to be trained in steps of a learning rate. */
  LayerDescent start(long features, double learningRate) {
    var law = TokenLaw.imbalanced(features, DOMINANT);
    var columns = this == REWEIGHTED ? reweighted(law) : columns(law);
    var fields = columns.stream().map(this::field).toList();
    return new LayerDescent(law, fields, rule(), learningRate);
  }

  private DescentField field(QueryColumn column) {
    return this == CURRICULUM ? new CurriculumField(column) : new ColumnField(column);
  }

  private static List<QueryColumn> columns(TokenLaw law) {
    return List.of(column(law, 0), column(law, 1));
  }

  private static QueryColumn column(TokenLaw law, long query) {
    return law.column(query, PromptLength.infinite(), LabelModel.linear());
  }

  /** {@code π_k ∝ p_k T_k}, so that all queries converge at the same time. */
  private static List<QueryColumn> reweighted(TokenLaw law) {
    double first = work(law, 0);
    double each = work(law, 1);
    double total = first + (law.features() - 1) * each;
    return List.of(
        column(law, 0).withQueryWeight(first / total),
        column(law, 1).withQueryWeight(each / total));
  }

  private static double work(TokenLaw law, long query) {
    var run = Sweep.run(law, PromptLength.infinite(), query, EPSILON);
    return law.probability(query) * run.convergence().orElseThrow();
  }
}
