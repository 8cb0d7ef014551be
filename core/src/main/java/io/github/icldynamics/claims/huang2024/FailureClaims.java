package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.FailureSignature;
import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.claims.Trend;
import io.github.icldynamics.claims.Undecided;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.hipparchus.util.FastMath;

/** How training can fail, provoked on purpose and recognised. */
final class FailureClaims {
  private static final double EPSILON = 0.01;
  private static final List<Long> FEATURES = List.of(100L, 10_000L, 1_000_000L);

  private FailureClaims() {}

  static List<Claim> all() {
    return List.of(dominantPersists(), targetTooSlow());
  }

  private static Claim dominantPersists() {
    return ClaimDraft.of(
            "failure-dominant-persists",
            Huang2024.SOURCES.paper("failure signatures"),
            "Failure: the dominant feature is never suppressed")
        .says(
            "A start that favours the dominant feature leaves no error to suppress it by: its"
                + " attention is still above ½ when a healthy run has long converged.")
        .formula(
            "from B_{k,1}(0) = b ln K: Attn_1 > ½ at 4T, while from 0 the run has converged;   b ="
                + " 1.5")
        .given("imbalanced law, p₁ = ½; infinite prompts; K = 10², 10⁴, 10⁶")
        .measures("signature of the provoked run (1 if it is this one) and of the healthy one (0)")
        .tolerance("none: it is a diagnosis")
        .reads("The signature tells a saturated dominant feature from slow learning.")
        .fixes("b", 1.5)
        .fixes("signature of the provoked run", 1)
        .fixes("signature of the healthy run", 0)
        .decidedBy(
            (constants, reach) ->
                provoke(
                    FailureSignature.DOMINANT_NOT_SUPPRESSED,
                    features ->
                        Vector.of(constants.get("b") * FastMath.log((double) features), 0, 0),
                    constants,
                    reach));
  }

  private static Claim targetTooSlow() {
    return ClaimDraft.of(
            "failure-target-too-slow",
            Huang2024.SOURCES.paper("failure signatures"),
            "Failure: A_k grows too slowly against the B's")
        .says(
            "A start that holds the target's weight down lengthens the plateau by e^a: the dominant"
                + " feature is suppressed in time, but attention goes to the rest.")
        .formula(
            "from A_k(0) = −a: Attn_1 < ½ and Attn_k < ½ at 4T, while from 0 the run has converged;"
                + "   a = 3")
        .given("imbalanced law, p₁ = ½; infinite prompts; K = 10², 10⁴, 10⁶")
        .measures("signature of the provoked run (1 if it is this one) and of the healthy one (0)")
        .tolerance("none: it is a diagnosis")
        .reads("The signature tells slow learning from a saturated dominant feature.")
        .fixes("a", 3)
        .fixes("signature of the provoked run", 1)
        .fixes("signature of the healthy run", 0)
        .decidedBy(
            (constants, reach) ->
                provoke(
                    FailureSignature.TARGET_TOO_SLOW,
                    features -> Vector.of(0, -constants.get("a"), 0),
                    constants,
                    reach));
  }

  private static Evidence provoke(
      FailureSignature expected, LongFunction<Vector> start, Constants constants, Reach reach) {
    Runs.decades(6, 6, reach);
    var picture =
        Picture.of(
            "Attention at 4T: provoked and healthy",
            Axes.features(),
            Exhibit.Axis.linear("Attn_1, Attn_k"));
    var provoked = new ArrayList<Double>();
    var healthy = new ArrayList<Double>();
    var dominantAttention = new ArrayList<Double>();
    var ownAttention = new ArrayList<Double>();
    var healthyAttention = new ArrayList<Double>();
    for (long features : FEATURES) {
      var law = TokenLaw.imbalanced(features, 0.5);
      double end = fourPlateaus(law, reach);
      var plan = Runs.plan(law, PromptLength.infinite(), EPSILON, new Ending.AtTime(end));
      var reference = ColumnRun.train(plan, Runs.UNDER_REPRESENTED);
      var run = ColumnRun.train(plan, Runs.UNDER_REPRESENTED, start.apply(features));
      provoked.add(indicator(FailureSignature.of(run) == expected));
      healthy.add(indicator(FailureSignature.of(reference) == expected));
      dominantAttention.add(attention(run, 0));
      ownAttention.add(attention(run, 1));
      healthyAttention.add(attention(reference, 1));
    }
    double stated = constants.get("signature of the provoked run");
    double none = constants.get("signature of the healthy run");
    return Evidence.of(
        picture
            .points("provoked, Attn_1", FEATURES, dominantAttention)
            .points("provoked, Attn_k", FEATURES, ownAttention)
            .points("healthy, Attn_k", FEATURES, healthyAttention)
            .exhibit(),
        Check.near("signature of the provoked run", Trend.farthest(provoked, stated), stated, 0),
        Check.near("signature of the healthy run", Trend.farthest(healthy, none), none, 0));
  }

  /** 4T, if the reach goes so far: {@code T = (1 − p₁)/p_k²}. */
  private static double fourPlateaus(TokenLaw law, Reach reach) {
    double p = law.probability(Runs.UNDER_REPRESENTED);
    double end = 4 * (1 - law.probability(0)) / (p * p);
    if (end > reach.patience() * (1 / (p * p) + 1 / (p * EPSILON))) {
      throw Undecided.tooShort("the run ends before 4T");
    }
    return end;
  }

  private static double indicator(boolean condition) {
    return condition ? 1 : 0;
  }

  private static double attention(ColumnRun run, int group) {
    var trajectory = run.trajectory();
    return PopulationEvaluator.of(trajectory.column())
        .meanAttention(trajectory.logitsAt(trajectory.end()))
        .get(group);
  }
}
