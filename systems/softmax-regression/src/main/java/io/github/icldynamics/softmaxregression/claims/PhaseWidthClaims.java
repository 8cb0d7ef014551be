package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.OddsPotential;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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
        .measures("c with its 95% interval, fitted over K = 10² … 10¹², three p₁")
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

  /** √K times a correction at every K, at one p₁, and its limit. */
  private record Scaled(double dominant, List<Double> values, Quantity limit) {}

  /**
   * The limit of √K times a correction, fitted over K = 10² … 10¹² for every p₁: the constant c, to
   * 10⁻⁴.
   */
  static Judgement measureLimit(
      String title, String label, ToDoubleFunction<ColumnRun> quantity, Reach reach) {
    var features = Runs.halfDecades(2, 12, reach);
    var measured =
        Runs.DOMINANT.stream()
            .map(
                dominant -> {
                  var values = Plateaus.over(features, dominant, reach, quantity);
                  var fit = Plateaus.fitRootCorrection(features, values);
                  return new Scaled(dominant, values, Trend.coefficient(fit, 0));
                })
            .toList();
    return constants -> {
      // A picture of its own for each judgement: it is filled as it is judged.
      var picture = Picture.of(title, Axes.features(), Exhibit.Axis.linear(label));
      return judgeLimit(picture, features, measured, constants.get("c"));
    };
  }

  private static Evidence judgeLimit(
      Picture picture, List<Long> features, List<Scaled> measured, double c) {
    var checks = new ArrayList<Check>();
    for (var scaled : measured) {
      String title = "p₁ = " + scaled.dominant;
      checks.add(Check.near("c, " + title, scaled.limit, c, 1e-4));
      picture.points(title, features, scaled.values);
    }
    return Evidence.of(picture.law("as stated", features, k -> c).exhibit(), checks);
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

  /** {@code p_k (T_k − τ_III)} at every ε, at one p₁. */
  private record Widths(double dominant, List<Double> values) {
    double largestDifference(DoubleUnaryOperator law) {
      double worst = 0;
      for (int i = 0; i < values.size(); i++) {
        double difference = values.get(i) - law.applyAsDouble(ACCURACIES.get(i));
        worst = FastMath.max(worst, FastMath.abs(difference));
      }
      return worst;
    }
  }

  private static Judgement measurePhaseFour(Reach reach) {
    long features = Runs.decades(8, 8, reach).getFirst();
    var measured =
        Runs.DOMINANT.stream().map(dominant -> widths(features, dominant, reach)).toList();
    return constants -> judgePhaseFour(measured, Runs.potential(constants));
  }

  private static Widths widths(long features, double dominant, Reach reach) {
    var run = Family.UNDER_REPRESENTED.run(features, dominant, Plateaus.EPSILON, reach);
    Runs.convergence(run);
    double half = Runs.halfAttention(run);
    double p = run.trajectory().column().queryProbability();
    return new Widths(
        dominant, ACCURACIES.stream().map(a -> p * (Runs.convergence(run, 1 / a) - half)).toList());
  }

  private static Evidence judgePhaseFour(List<Widths> measured, OddsPotential potential) {
    DoubleUnaryOperator law = a -> potential.at(FastMath.sqrt(0.5 * a) - 1) - potential.at(1);
    var picture =
        Picture.of(
            "Width of phase IV, K = 10⁸", Axes.epsilon(), Exhibit.Axis.log("p_k (T_k − τ_III)"));
    var checks = new ArrayList<Check>();
    for (var widths : measured) {
      String title = "p₁ = " + widths.dominant;
      checks.add(Check.atMost("largest difference, " + title, widths.largestDifference(law), 1e-4));
      picture.points(title, ACCURACIES, widths.values);
    }
    return Evidence.of(picture.law("as stated", ACCURACIES, law).exhibit(), checks);
  }
}
