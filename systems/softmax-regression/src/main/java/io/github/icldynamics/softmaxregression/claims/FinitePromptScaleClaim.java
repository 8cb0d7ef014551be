package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.training.ValueScaleLaw;
import io.github.icldynamics.softmaxregression.training.ValueScaleRun;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.List;
import org.hipparchus.util.FastMath;

/** How a trained value scale overshoots where prompts seldom show a rare feature. */
final class FinitePromptScaleClaim {
  /** Finite prompts delay the burst by some hundredths of T. */
  private static final double BURST_OVER = 1.1;

  private FinitePromptScaleClaim() {}

  /** The claim. */
  static Claim claim() {
    return ClaimDraft.of(
            "value-scale-finite-prompts",
            TrainedScaleClaims.DERIVATIONS.formal("section 7"),
            "Prompts that seldom show a rare feature do not make the layer forget")
        .says(
            "In prompts that show a rare feature Np times on average its attention comes in lumps,"
                + " whose squares are 1 + 1/(Np) times as large: the dominant feature's column"
                + " gives way later, by a factor e^{1/(Np)} in Attn_k √K.")
        .formula(
            "ν_max = c √K + O(1),   c = max y of the burst with ρ = 1 + 1/(Np) from x* e^{s/(Np)},"
                + "   s = 1")
        .given("imbalanced law, p₁ = ½; N ∝ K; ν = 1 at the start; one flow for ν and Q")
        .measures("ν_max − c √K for K = 10⁵, 10⁶ and N = K, 10K")
        .tolerance("3: what is left out is of order 1; it is 2 to 2.5")
        .reads(
            "Less than 1/ln(√K/x*) copies of a rare feature in a prompt, and nothing is forgotten;"
                + " N ≫ K changes nothing.")
        .fixes("s", 1)
        .measuredBy(FinitePromptScaleClaim::measure);
  }

  private static Judgement measure(Reach reach) {
    double dominant = 0.5;
    var features = Runs.decades(5, 6, reach);
    var observed =
        Observations.of(
            "Largest value scale on finite prompts", Axes.features(), Exhibit.Axis.log("ν_max"));
    for (int tokens : List.of(1, 10)) {
      String which = tokens == 1 ? "N = K" : "N = 10K";
      var largest = features.stream().map(k -> largest(k, tokens * k, dominant, reach)).toList();
      for (int i = 0; i < features.size(); i++) {
        double root = FastMath.sqrt((double) features.get(i));
        double measured = largest.get(i);
        observed.check(
            stated ->
                Check.atMost(
                    "|ν_max − c √K|, K = " + SignificantDigits.of(root * root) + ", " + which,
                    FastMath.abs(measured - root * ofPrompts(stated, tokens, dominant)),
                    3));
      }
      observed.points(which, features, largest);
      observed.law(
          "law, " + which,
          features,
          (stated, k) -> FastMath.sqrt(k) * ofPrompts(stated, tokens, dominant));
    }
    return observed;
  }

  private static double largest(long features, long tokens, double dominant, Reach reach) {
    double horizon = Math.min(BURST_OVER, reach.patience());
    var run = ValueScaleRun.train(features, dominant, PromptLength.of(tokens), horizon);
    return run.scaleAt(TrainedScaleClaims.turn(run.peak()));
  }

  /** c: Np is {@code (1 − p₁) N/K}. */
  private static double ofPrompts(Constants stated, int tokensPerFeature, double dominant) {
    double copies = (1 - dominant) * tokensPerFeature;
    double star = ValueScaleLaw.of(dominant).ignition() * FastMath.exp(stated.get("s") / copies);
    return ValueScaleLaw.ofPrompts(dominant, copies).ignitingAt(star).limit();
  }
}
