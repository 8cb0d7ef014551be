package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/** How wide the last two phases of an under-represented query are. */
final class PhaseWidthClaims {

  private PhaseWidthClaims() {}

  static List<Claim> all() {
    return List.of(phaseThreeWidth(), phaseFourWidth());
  }

  private static Claim phaseThreeWidth() {
    return ClaimDraft.of(
            "phase-three-width", Huang2024.SOURCES.formal("section 5"), "Phase III lasts T√(2/K)")
        .says("Attention swings over within a share √(2/K) of the plateau.")
        .formula("(τ_III − τ_II)/T · √K → c,   c = √2")
        .given("imbalanced law; long prompts; K → ∞")
        .measures("c with its 95% interval, fitted over K = 10² … 10¹², three p₁")
        .tolerance("10^−4: terms of order ln K/K, left out of the fit, move it by 10^−6")
        .reads("The swing is sudden on the scale of the plateau, and long in iterations: K^1.5.")
        .fixes("c", FastMath.sqrt(2))
        .decidedBy(PhaseWidthClaims::fitPhaseThree);
  }

  private static Evidence fitPhaseThree(Constants constants, Reach reach) {
    return Plateaus.fitLimit(
        Picture.of(
            "Width of phase III", Axes.features(), Exhibit.Axis.linear("(τ_III − τ_II)/T · √K")),
        run ->
            (Runs.halfAttention(run) - Runs.attentionChange(run))
                / Runs.plateau(run)
                * FastMath.sqrt(Plateaus.features(run)),
        constants.get("c"),
        reach);
  }

  private static Claim phaseFourWidth() {
    return ClaimDraft.of(
            "phase-four-width",
            Huang2024.SOURCES.formal("section 5"),
            "Phase IV lasts (1/p_k)[1/(4ε) + √(2/ε) + 1.5 ln(1/2ε) − 5]")
        .says(
            "From half attention to ε an under-represented query takes the time of a lone feature "
                + "against an exchangeable rest: the dominant feature no longer counts.")
        .formula(
            "p_k (T_k − τ_III) = F(1/√(2ε) − 1) − F(1) = 1/(4ε) + √(2/ε) + 1.5 ln(1/(2ε)) − 5 + "
                + "O(√ε),   F(o) = −1/o + a ln o + b o + c o², a = b = 3, c = ½")
        .given("imbalanced law; long prompts; K ≫ 1/ε")
        .measures("largest difference of both sides over ε = 10^−1 … 10^−3, K = 10⁸, three p₁")
        .tolerance("10^−4, since terms of order 1/(εK) and ln K/√K · 1/√K are left out")
        .reads("The last phase is the same for every p₁, and universal in units of 1/p_k.")
        .fixes("coefficient of ln o", 3)
        .fixes("coefficient of o", 3)
        .fixes("coefficient of o²", 0.5)
        .decidedBy(PhaseWidthClaims::measurePhaseFour);
  }

  private static Evidence measurePhaseFour(Constants constants, Reach reach) {
    long features = Runs.decades(8, 8, reach).getFirst();
    var accuracies = List.of(1e1, 3e1, 1e2, 3e2, 1e3);
    var potential = Runs.potential(constants);
    DoubleUnaryOperator law = a -> potential.at(FastMath.sqrt(0.5 * a) - 1) - potential.at(1);
    var picture =
        Picture.of(
            "Width of phase IV, K = 10⁸", Axes.epsilon(), Exhibit.Axis.log("p_k (T_k − τ_III)"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var run = Family.UNDER_REPRESENTED.run(features, dominant, Plateaus.EPSILON, reach);
      Runs.convergence(run);
      double half = Runs.halfAttention(run);
      double p = run.trajectory().column().queryProbability();
      var widths = accuracies.stream().map(a -> p * (Runs.convergence(run, 1 / a) - half)).toList();
      double worst = 0;
      for (int i = 0; i < widths.size(); i++) {
        double difference = widths.get(i) - law.applyAsDouble(accuracies.get(i));
        worst = FastMath.max(worst, FastMath.abs(difference));
      }
      checks.add(Check.atMost("largest difference, p₁ = " + dominant, worst, 1e-4));
      picture.points("p₁ = " + dominant, accuracies, widths);
    }
    return Evidence.of(picture.law("as stated", accuracies, law).exhibit(), checks);
  }
}
