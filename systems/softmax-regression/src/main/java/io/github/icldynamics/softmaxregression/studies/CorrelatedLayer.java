package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveColor;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Dash;
import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.GramChoice;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice.Imbalanced;
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
  private final double rho;
  private final LayerObjective objective;
  private final ColumnTrajectory common;
  private final ColumnTrajectory rare;
  private final Map<PhaseName, Double> ends;

  CorrelatedLayer(long features, double rho) {
    this.rho = rho;
    var experiment = experiment(features, rho);
    var plan = experiment.layerPlan();
    objective =
        new LayerObjective(
            plan.plan().tokenLaw(),
            List.of(plan.column(Sweep.COMMON), plan.column(Sweep.RARE)),
            plan.coupling(),
            false,
            Vector.zero(2),
            plan.plan().grid());
    var horizon = new Goal.Reach(experiment.training().until().orElseThrow());
    var path = plan.plan().method().follow(objective, Vector.zero(objective.size()), horizon);
    common = new ColumnTrajectory(objective, path, Sweep.COMMON);
    rare = new ColumnTrajectory(objective, path, Sweep.RARE);
    var contest = new Contest(rare.column());
    ends =
        Map.of(
            PhaseName.I, slowdown(rho) * path.firstTime(this::leadInVelocity, 0).orElseThrow(),
            PhaseName.II, firstTime(rare, contest::attentionAdvantage),
            PhaseName.III, firstTime(rare, contest::attentionBeyondHalf),
            PhaseName.IV, learned(rare));
  }

  /** The run of such a layer, until long after its last phase. */
  static Experiment experiment(long features, double rho) {
    return Sweep.experiment(new Imbalanced(features, 0.5))
        .with(Experiment.GRAM, new GramChoice.Equicorrelated(rho))
        .until(Math.rint(4.0 * features * features / slowdown(rho)));
  }

  /** {@code (1 − ρ)³}: what scales times. */
  private static double slowdown(double rho) {
    double rest = 1 - rho;
    return rest * rest * rest;
  }

  private double firstTime(ColumnTrajectory query, ToDoubleFunction<Vector> observable) {
    return slowdown(rho) * query.firstTime(observable, 0).orElseThrow();
  }

  /** {@code dA_k/dτ − |dB_{k,1}/dτ|} of an under-represented query. */
  private double leadInVelocity(Vector weights) {
    double[] velocity = new double[objective.size()];
    objective.descend(0, weights.toArray(), velocity);
    var column = rare.column();
    int first = objective.offset(Sweep.RARE);
    return velocity[first + column.query()] - FastMath.abs(velocity[first + column.competitor()]);
  }

  /** When {@code α_k} overtakes {@code |β_{k,1}|}. */
  double leadInGradient() {
    return firstTime(rare, new Contest(rare.column())::leadOfTarget);
  }

  /** When {@code L_k ≤ (1 − ρ) ε}. */
  private double learned(ColumnTrajectory query) {
    return firstTime(query, Sweep.within((1 - rho) * Sweep.EPSILON, query.column()));
  }

  /** The same of the query with the dominant feature. */
  double learnedByCommon() {
    return learned(common);
  }

  double end(PhaseName phase) {
    return Objects.requireNonNull(ends.get(phase));
  }

  /** {@code L_k/(1 − ρ)} over scaled time. */
  private Curve errors(String label, ColumnTrajectory query, Dash dash) {
    var evaluator = PopulationEvaluator.of(query.column());
    var style = new CurveStyle(new CurveColor.Graded(rho), dash);
    return Sweep.curve(
        label,
        Sweep.logarithmic(1, 3e6, 240),
        scaled -> {
          var logits = query.logitsAt(scaled / slowdown(rho));
          return evaluator.evaluate(logits).loss() / (1 - rho);
        },
        style);
  }

  /** The curves of both queries, one of them in the legend. */
  List<Curve> errors() {
    return List.of(
        errors("ρ = " + SignificantDigits.of(rho, 2), rare, Dash.SOLID),
        errors("", common, Dash.DASHED));
  }
}
