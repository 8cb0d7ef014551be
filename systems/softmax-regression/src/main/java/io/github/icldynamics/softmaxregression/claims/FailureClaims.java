package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.FailureSignature;
import io.github.icldynamics.softmaxregression.training.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
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
        // The provoked run starts there.
        .supposes("b", 1.5)
        .fixes("signature of the provoked run", 1)
        .fixes("signature of the healthy run", 0)
        .measuredUnder(
            (conditions, reach) ->
                provoke(
                    FailureSignature.DOMINANT_NOT_SUPPRESSED,
                    k -> Vector.of(conditions.get("b") * FastMath.log((double) k), 0, 0),
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
        // The provoked run starts there.
        .supposes("a", 3)
        .fixes("signature of the provoked run", 1)
        .fixes("signature of the healthy run", 0)
        .measuredUnder(
            (conditions, reach) ->
                provoke(
                    FailureSignature.TARGET_TOO_SLOW,
                    k -> Vector.of(0, -conditions.get("a"), 0),
                    reach));
  }

  /**
   * Runs from a start of the statement's, and from 0 as it should be, over K.
   *
   * @param expected what the one should look like and the other not
   */
  private static Judgement provoke(
      FailureSignature expected, LongFunction<Vector> start, Reach reach) {
    Runs.decades(6, 6, reach);
    var healthy = new ArrayList<Diagnosis>();
    var provoked = new ArrayList<Diagnosis>();
    for (long features : FEATURES) {
      var law = TokenLaw.imbalanced(features, 0.5);
      var ending = new Until.AtTime(fourPlateaus(law, reach));
      var plan = Runs.plan(law, PromptLength.infinite(), EPSILON, ending);
      var fromZero = ColumnRun.train(plan, Runs.UNDER_REPRESENTED);
      var fromStart = ColumnRun.train(plan, Runs.UNDER_REPRESENTED, start.apply(features));
      healthy.add(Diagnosis.of(fromZero, expected));
      provoked.add(Diagnosis.of(fromStart, expected));
    }
    return Observations.of(
            "Attention at 4T: provoked and healthy",
            Axes.features(),
            Exhibit.Axis.linear("Attn_1, Attn_k"))
        .points("provoked, Attn_1", FEATURES, each(provoked, Diagnosis::dominantAttention))
        .points("provoked, Attn_k", FEATURES, each(provoked, Diagnosis::ownAttention))
        .points("healthy, Attn_k", FEATURES, each(healthy, Diagnosis::ownAttention))
        .check(signature("signature of the provoked run", provoked))
        .check(signature("signature of the healthy run", healthy));
  }

  /**
   * What a run looks like at its end.
   *
   * @param signature 1 if it is the expected one, else 0
   */
  private record Diagnosis(double signature, double dominantAttention, double ownAttention) {
    static Diagnosis of(ColumnRun run, FailureSignature expected) {
      var trajectory = run.trajectory();
      var attention =
          PopulationEvaluator.of(trajectory.column())
              .meanAttention(trajectory.logitsAt(trajectory.end()));
      double signature = FailureSignature.of(run) == expected ? 1 : 0;
      return new Diagnosis(signature, attention.get(0), attention.get(1));
    }
  }

  /** All runs have the signature that a constant tells: the farthest has. */
  private static Function<Constants, Check> signature(String constant, List<Diagnosis> runs) {
    var signatures = each(runs, Diagnosis::signature);
    return stated -> {
      double expected = stated.get(constant);
      return Check.near(constant, Trend.farthest(signatures, expected), expected, 0);
    };
  }

  private static List<Double> each(List<Diagnosis> runs, ToDoubleFunction<Diagnosis> quantity) {
    return runs.stream().mapToDouble(quantity).boxed().toList();
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
}
