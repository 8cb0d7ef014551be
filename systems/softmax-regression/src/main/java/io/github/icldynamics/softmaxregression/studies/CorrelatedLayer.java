package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveColor;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Dash;
import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.Trajectory;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.GramChoice;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.LayerObjective;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnTrajectory;
import io.github.icldynamics.softmaxregression.training.Contest;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** A layer trained on features of one correlation; its times are scaled by (1 − ρ)³. */
final class CorrelatedLayer {
  /** The groups of the two queries. */
  private static final int COMMON = 0;

  private static final int RARE = 1;

  private final double rho;
  private final List<QueryColumn> columns;
  private final LayerObjective objective;
  private final Trajectory path;
  private final double[] velocity;
  private final Map<PhaseName, Double> ends;

  CorrelatedLayer(long features, double rho) {
    var experiment = experiment(features, rho);
    var plan = experiment.layerPlan();
    var horizon = new Goal.Reach(experiment.training().until().orElseThrow());
    this.rho = rho;
    columns = List.of(plan.column(Sweep.COMMON), plan.column(Sweep.RARE));
    objective =
        new LayerObjective(
            plan.plan().tokenLaw(),
            columns,
            plan.coupling(),
            false,
            Vector.zero(columns.size()),
            plan.plan().grid());
    velocity = new double[objective.size()];
    path = plan.plan().method().follow(objective, Vector.zero(objective.size()), horizon);
    ends = measureEnds();
  }

  /** The run of such a layer, until long after its last phase. */
  static Experiment experiment(long features, double rho) {
    return Experiment.of(new TokenLawChoice.Imbalanced(features, 0.5), PromptLength.infinite())
        .with(Experiment.GRAM, new GramChoice.Equicorrelated(rho))
        .until(Math.rint(4.0 * features * features / slowdown(rho)));
  }

  /** {@code (1 − ρ)³}: what scales times. */
  private static double slowdown(double rho) {
    double rest = 1 - rho;
    return rest * rest * rest;
  }

  private Map<PhaseName, Double> measureEnds() {
    var contest = new Contest(columns.get(RARE));
    return Map.of(
        PhaseName.I, slowdown(rho) * path.firstTime(this::leadInVelocity, 0).orElseThrow(),
        PhaseName.II, firstTime(RARE, contest::attentionAdvantage),
        PhaseName.III, firstTime(RARE, contest::attentionBeyondHalf),
        PhaseName.IV, learned(RARE));
  }

  private ColumnTrajectory trajectory(int group) {
    return new ColumnTrajectory(objective, path, group);
  }

  private double firstTime(int group, ToDoubleFunction<Vector> observable) {
    return slowdown(rho) * trajectory(group).firstTime(observable, 0).orElseThrow();
  }

  /** {@code dA_k/dτ − |dB_{k,1}/dτ|} of an under-represented query. */
  private double leadInVelocity(Vector weights) {
    objective.descend(0, weights.toArray(), velocity);
    var column = columns.get(RARE);
    int first = objective.offset(RARE);
    return velocity[first + column.query()] - FastMath.abs(velocity[first + column.competitor()]);
  }

  /** When {@code α_k} overtakes {@code |β_{k,1}|}. */
  double leadInGradient() {
    return firstTime(RARE, new Contest(columns.get(RARE))::leadOfTarget);
  }

  /** When {@code L_k ≤ (1 − ρ) ε}. */
  private double learned(int group) {
    return firstTime(group, Sweep.within((1 - rho) * Sweep.EPSILON, columns.get(group)));
  }

  /** The same of the query with the dominant feature. */
  double learnedByCommon() {
    return learned(COMMON);
  }

  double end(PhaseName phase) {
    return Objects.requireNonNull(ends.get(phase));
  }

  /** {@code L_k/(1 − ρ)} over scaled time. */
  private Curve errors(String label, int group, Dash dash) {
    var evaluator = PopulationEvaluator.of(columns.get(group));
    var style = new CurveStyle(new CurveColor.Graded(rho), dash);
    return Sweep.curve(
        label,
        Sweep.logarithmic(1, 3e6, 240),
        scaled -> {
          var logits = trajectory(group).logitsAt(scaled / slowdown(rho));
          return evaluator.evaluate(logits).loss() / (1 - rho);
        },
        style);
  }

  /** The curves of both queries, one of them in the legend. */
  List<Curve> errors() {
    return List.of(
        errors("ρ = " + SignificantDigits.of(rho, 2), RARE, Dash.SOLID),
        errors("", COMMON, Dash.DASHED));
  }
}
