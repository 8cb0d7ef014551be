package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.OddsPotential;
import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** Whole runs in closed form. */
final class ClosedFormClaims {
  private static final double SMALLEST_EPSILON = 1e-6;
  private static final String FORMULA =
      "p κ² τ = F(o) − F(o₀), F(o) = −1/o + 3 ln o + 3o + o²/2; L = ½ κ/(1 + o)²; κ = K/(K − 1)";

  private ClosedFormClaims() {}

  static List<Claim> all() {
    return List.of(balanced(), dominant());
  }

  private static Claim balanced() {
    return ClaimDraft.of(
            "balanced-closed-form",
            Huang2024.SOURCES.proved("section 2"),
            "The balanced run in closed form")
        .says("The odds o = Attn_k/(1 − Attn_k) of a balanced feature follow a closed form.")
        .formula(FORMULA)
        .given("balanced law; infinite prompts; Q = 0 at the start")
        .measures(
            "largest relative error of time and of error at every step of runs to ε = 10^−6, K "
                + "from 10 to 10⁸")
        .tolerance("10^−9: the flow is integrated to about ten digits")
        .reads("The whole run, at every time, is known in closed form.")
        .fixes("coefficient of ln o", 3)
        .fixes("coefficient of o", 3)
        .fixes("coefficient of o²", 0.5)
        .decidedBy((constants, reach) -> compare(Family.BALANCED, constants, reach));
  }

  private static Claim dominant() {
    return ClaimDraft.of(
            "dominant-closed-form",
            Huang2024.SOURCES.proved("section 2"),
            "The dominant run in closed form")
        .says(
            "The odds of the dominant feature follow the same closed form: all that its query sees "
                + "is an exchangeable rest.")
        .formula(FORMULA)
        .given("imbalanced law, p = p₁; infinite prompts; Q = 0 at the start")
        .measures(
            "largest relative error of time and of error at every step of runs to ε = 10^−6, K "
                + "from 10 to 10⁸, three p₁")
        .tolerance("10^−9: the flow is integrated to about ten digits")
        .reads("The whole run, at every time, is known in closed form.")
        .fixes("coefficient of ln o", 3)
        .fixes("coefficient of o", 3)
        .fixes("coefficient of o²", 0.5)
        .decidedBy((constants, reach) -> compare(Family.DOMINANT, constants, reach));
  }

  private static Evidence compare(Family family, Constants constants, Reach reach) {
    var picture = Picture.of("Error along the run", Exhibit.Axis.log("p τ"), Exhibit.Axis.log("L"));
    var checks = new ArrayList<Check>();
    for (double dominant : family.dominants()) {
      double time = 0;
      double error = 0;
      for (long features : Runs.decades(1, 8, reach)) {
        var run = family.run(features, dominant, SMALLEST_EPSILON, reach);
        Runs.convergence(run);
        var comparison = new Comparison(run, constants);
        time = FastMath.max(time, comparison.worstTime());
        error = FastMath.max(error, comparison.worstError());
        if (features == 100 || features == 1_000_000) {
          comparison.draw(picture, family.title(dominant) + ", K = " + features);
        }
      }
      checks.add(Check.atMost("error of time, " + family.title(dominant), time, 1e-9));
      checks.add(Check.atMost("error of L, " + family.title(dominant), error, 1e-9));
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  /** A run beside the closed form, at its knots. */
  private static final class Comparison {
    private final ColumnRun run;
    private final OddsPotential potential;
    private final double kappa;
    private final double initialOdds;
    private final double probability;

    Comparison(ColumnRun run, Constants constants) {
      this.run = run;
      this.potential = Runs.potential(constants);
      QueryColumn column = run.trajectory().column();
      double others = column.count(1 - column.query());
      this.kappa = (others + 1) / others;
      this.probability = column.queryProbability();
      this.initialOdds = probability / (1 - probability);
    }

    /** {@code ln(o/o₀) = A − B}. */
    private double growth(double tau) {
      var logits = run.trajectory().logitsAt(tau);
      int query = run.trajectory().column().query();
      return logits.get(query) - logits.get(1 - query);
    }

    private double time(double growth) {
      return potential.gain(initialOdds, growth) / (probability * kappa * kappa);
    }

    private double error(double growth) {
      double odds = initialOdds * FastMath.exp(growth);
      return 0.5 * kappa / ((1 + odds) * (1 + odds));
    }

    double worstTime() {
      double worst = 0;
      for (double tau : times()) {
        worst = FastMath.max(worst, FastMath.abs(time(growth(tau)) / tau - 1));
      }
      return worst;
    }

    double worstError() {
      double worst = 0;
      for (double tau : times()) {
        double measured = run.stateAt(tau).value().loss();
        worst = FastMath.max(worst, FastMath.abs(error(growth(tau)) / measured - 1));
      }
      return worst;
    }

    private List<Double> times() {
      var knots = run.trajectory().knots();
      var times = new ArrayList<Double>();
      for (int i = 1; i < knots.size(); i++) {
        times.add(knots.get(i));
      }
      return times;
    }

    void draw(Picture picture, String label) {
      var law = times().stream().map(tau -> probability * time(growth(tau))).toList();
      var errors = times().stream().map(tau -> error(growth(tau))).toList();
      picture.curve(
          label,
          times().stream().map(tau -> probability * tau).toList(),
          times().stream().map(tau -> run.stateAt(tau).value().loss()).toList());
      picture.law(label + ", closed form", law, errors);
    }
  }
}
