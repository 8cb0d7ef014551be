package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.Contest;
import io.github.icldynamics.softmaxregression.training.OddsPotential;
import io.github.icldynamics.softmaxregression.training.Role;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;
import io.github.icldynamics.softmaxregression.training.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** The training runs that inquiries look at, and times read off them. */
final class Runs {
  /** p₁ of the imbalanced laws. */
  static final List<Double> DOMINANT = List.of(0.3, 0.5, 0.7);

  /** The first under-represented feature of an imbalanced law; feature 0 is the dominant one. */
  static final long UNDER_REPRESENTED = 1;

  private Runs() {}

  /** The part that the first, or the second, feature of an imbalanced law plays in it. */
  static String title(long query) {
    return query == 0 ? Role.DOMINANT.title() : Role.UNDER_REPRESENTED.title();
  }

  /** The gradient flow on infinite prompts, until {@code L_k ≤ ε}. */
  static ColumnRun infinite(TokenLaw law, long query, double epsilon, Reach reach) {
    return train(law, PromptLength.infinite(), query, epsilon, reach);
  }

  /** The gradient flow, until {@code L_k ≤ L_k* + ε} or the reach ends. */
  static ColumnRun train(
      TokenLaw law, PromptLength promptLength, long query, double epsilon, Reach reach) {
    requireFeatures(law.features(), reach);
    var ending = new Until.Convergence(reach.patience());
    return ColumnRun.train(plan(law, promptLength, epsilon, ending), query);
  }

  /** The plan of a gradient flow with linear labels. */
  static TrainingPlan plan(TokenLaw law, PromptLength promptLength, double epsilon, Until ending) {
    var flow = GradientFlow.accurate();
    return new TrainingPlan(law, promptLength, LabelModel.linear(), flow, epsilon, ending);
  }

  /** K = 10^first, …, 10^last. */
  static List<Long> decades(int first, int last, Reach reach) {
    var features = new ArrayList<Long>();
    for (int decade = first; decade <= last; decade++) {
      features.add((long) FastMath.rint(FastMath.pow(10, decade)));
    }
    requireFeatures(features.getLast(), reach);
    return features;
  }

  /** K = 10^first, 10^(first + ½), …, 10^last. */
  static List<Long> halfDecades(int first, int last, Reach reach) {
    var features = new ArrayList<Long>();
    for (int half = 2 * first; half <= 2 * last; half++) {
      features.add((long) FastMath.rint(FastMath.pow(10, 0.5 * half)));
    }
    requireFeatures(features.getLast(), reach);
    return features;
  }

  /** Whether laws of so many features are within reach. */
  static void requireFeatures(long features, Reach reach) {
    reach.requireSize("K", features);
  }

  /** When the run has converged. */
  static double convergence(ColumnRun run) {
    return known(run.convergence(), "converged");
  }

  /** When the run has come to within another ε of its floor. */
  static double convergence(ColumnRun run, double epsilon) {
    return known(run.convergenceTo(epsilon), "converged");
  }

  /** When {@code α_k} first reaches {@code |β_{k,1}|}. */
  static double leadChange(ColumnRun run) {
    var contest = new Contest(run.trajectory().column());
    return known(first(run, contest::leadOfTarget), "changed its lead");
  }

  /** When {@code Attn_k} first reaches {@code Attn_1}. */
  static double attentionChange(ColumnRun run) {
    var contest = new Contest(run.trajectory().column());
    return known(first(run, contest::attentionAdvantage), "turned its attention to the target");
  }

  /** When {@code Attn_k} first reaches ½. */
  static double halfAttention(ColumnRun run) {
    var contest = new Contest(run.trajectory().column());
    return known(first(run, contest::attentionBeyondHalf), "brought half of its attention there");
  }

  /** When a function of the logits first reaches 0. */
  static double crossing(ColumnRun run, ToDoubleFunction<Vector> observable, String what) {
    return known(first(run, observable), what);
  }

  private static OptionalDouble first(ColumnRun run, ToDoubleFunction<Vector> observable) {
    return run.trajectory().firstTime(observable, 0);
  }

  private static double known(OptionalDouble time, String what) {
    return time.orElseThrow(() -> Undecided.tooShort("the run ended before the query had " + what));
  }

  /** The potential that a statement speaks of. */
  static OddsPotential potential(Constants constants) {
    return new OddsPotential(
        constants.get("coefficient of ln o"),
        constants.get("coefficient of o"),
        constants.get("coefficient of o²"));
  }

  /** {@code T = (1 − p₁)/p_k²}, with the mass of the query's likes for {@code 1 − p₁}. */
  static double plateau(ColumnRun run) {
    var column = run.trajectory().column();
    double p = column.queryProbability();
    double likes = 0;
    for (int m = 0; m < column.size(); m++) {
      likes += column.probability(m) == p ? column.count(m) * p : 0;
    }
    return likes / (p * p);
  }

  /**
   * {@code h = D + 2 ln D − 1/D}, {@code D = p₁/(1 − p₁)}: how the plateau depends on p₁ beyond T.
   */
  static double imbalanceConstant(double dominant) {
    double ratio = dominant / (1 - dominant);
    return ratio + 2 * FastMath.log(ratio) - 1 / ratio;
  }
}
