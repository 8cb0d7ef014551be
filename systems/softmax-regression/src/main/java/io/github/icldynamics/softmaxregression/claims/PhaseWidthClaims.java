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
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** How wide the last two phases of an under-represented query are. */
final class PhaseWidthClaims {
  /** Values of 1/ε. */
  private static final List<Double> ACCURACIES = List.of(1e1, 3e1, 1e2, 3e2, 1e3);

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
        .measures("c with the scatter of the residuals, fitted over K = 10² … 10¹², three p₁")
        .tolerance("10^−4: terms of order ln K/K, left out of the fit, move it by 10^−6")
        .reads("The swing is sudden on the scale of the plateau, and long in iterations: K^1.5.")
        .fixes("c", FastMath.sqrt(2))
        .measuredBy(PhaseWidthClaims::measurePhaseThree);
  }

  private static Judgement measurePhaseThree(Reach reach) {
    return measureLimit(
        "Width of phase III",
        "(τ_III − τ_II)/T · √K",
        run ->
            (Runs.halfAttention(run) - Runs.attentionChange(run))
                / Runs.plateau(run)
                * FastMath.sqrt(Plateaus.features(run)),
        reach);
  }

  /**
   * The limit of √K times a correction, fitted over K = 10² … 10¹² for every p₁: the constant c, to
   * 10⁻⁴.
   */
  static Judgement measureLimit(
      String title, String label, ToDoubleFunction<ColumnRun> quantity, Reach reach) {
    var features = Runs.halfDecades(2, 12, reach);
    var observed = Observations.of(title, Axes.features(), Exhibit.Axis.linear(label));
    for (double dominant : Runs.DOMINANT) {
      var scaled = Plateaus.over(features, dominant, reach, quantity);
      var limit = Trend.coefficient(Plateaus.fitRootCorrection(features, scaled), 0);
      observed
          .near("c, p₁ = " + dominant, limit, "c", 1e-4)
          .points("p₁ = " + dominant, features, scaled);
    }
    return observed.law("as stated", features, (stated, k) -> stated.get("c"));
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
        .measuredBy(PhaseWidthClaims::measurePhaseFour);
  }

  private static Judgement measurePhaseFour(Reach reach) {
    long features = Runs.decades(8, 8, reach).getFirst();
    var observed =
        Observations.of(
            "Width of phase IV, K = 10⁸", Axes.epsilon(), Exhibit.Axis.log("p_k (T_k − τ_III)"));
    for (double dominant : Runs.DOMINANT) {
      String title = "p₁ = " + dominant;
      var widths = widths(Plateaus.run(features, dominant, reach));
      observed
          .check(
              stated ->
                  Check.atMost("largest difference, " + title, difference(widths, stated), 1e-4))
          .points(title, ACCURACIES, widths);
    }
    return observed.law("as stated", ACCURACIES, PhaseWidthClaims::width);
  }

  /** {@code p_k (T_k − τ_III)} at every ε. */
  private static List<Double> widths(ColumnRun run) {
    double half = Runs.halfAttention(run);
    double p = run.trajectory().column().queryProbability();
    return ACCURACIES.stream().map(a -> p * (Runs.convergence(run, 1 / a) - half)).toList();
  }

  private static double difference(List<Double> widths, Constants stated) {
    return Collections.max(
        Corrections.image(
            ACCURACIES, widths, (a, width) -> FastMath.abs(width - width(stated, a))));
  }

  /** As stated. */
  private static double width(Constants stated, double accuracy) {
    var potential = Runs.potential(stated);
    return potential.at(FastMath.sqrt(0.5 * accuracy) - 1) - potential.at(1);
  }
}
