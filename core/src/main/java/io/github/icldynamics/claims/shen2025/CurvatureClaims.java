package io.github.icldynamics.claims.shen2025;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.classification.Risk;
import io.github.icldynamics.classification.WeightSpace;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.PromptLength;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** How the population risk is curved, and which way it slopes, at weights taken at random. */
final class CurvatureClaims {
  /** Random weights a law; the first are small, so that the neighbourhood of 0 is seen too. */
  private static final int CASES = 12;

  private static final int POINTS = 256;

  private CurvatureClaims() {}

  static List<Claim> all() {
    return List.of(strictlyConvex(), curvatureFallsFromZero(), diagonalStaysDiagonal());
  }

  /** Risks in all of W, exact ones and one that is sampled. */
  private static List<Risk> risks(Reach reach) {
    reach.requireSamples(CASES);
    return List.of(
        Mixtures.risk(Mixtures.plane(2), PromptLength.of(10), WeightSpace.FULL, POINTS),
        Mixtures.risk(Mixtures.plane(2), PromptLength.infinite(), WeightSpace.FULL, POINTS),
        Mixtures.risk(Mixtures.plane(3), PromptLength.of(10), WeightSpace.FULL, POINTS),
        Mixtures.risk(Mixtures.plane(5), PromptLength.of(10), WeightSpace.FULL, POINTS));
  }

  /** For the name of a check. */
  private static String title(int index) {
    return List.of("c = 2, N = 10", "c = 2, N = ∞", "c = 3, N = 10", "c = 5, N = 10").get(index);
  }

  private static List<Vector> weights(Risk risk) {
    var random = RandomWeights.of(CASES, risk.size(), 1, 23);
    var scaled = new ArrayList<Vector>();
    for (int i = 0; i < CASES; i++) {
      double scale = 3 * FastMath.pow(0.5, (double) (CASES - 1 - i));
      double[] w = random.get(i).toArray();
      for (int k = 0; k < w.length; k++) {
        w[k] *= scale;
      }
      scaled.add(Vector.of(w));
    }
    return scaled;
  }

  private static SymmetricMatrix hessianAtZero(Risk risk) {
    return risk.curvature(Vector.zero(risk.size())).hessian();
  }

  private static List<Double> sizes(Risk risk) {
    return weights(risk).stream().map(Vector::maximumNorm).toList();
  }

  private static List<Double> each(Risk risk, ToDoubleFunction<Vector> value) {
    return weights(risk).stream().map(value::applyAsDouble).toList();
  }

  private static double least(List<Double> values) {
    return values.stream().min(Double::compare).orElseThrow();
  }

  private static Claim strictlyConvex() {
    return ClaimDraft.of(
            "strictly-convex",
            Shen2025.SOURCES.proved("section 'training'"),
            "The population risk is strictly convex in W")
        .says("At all weights the risk curves upwards in every direction of W.")
        .formula("λ_min(H(W)) > b λ_max(H(0)),   b = 0")
        .given("equally likely classes, means rotated; Λ positive definite")
        .measures(
            "least eigenvalue of the Hessian in all four entries of W over the greatest at W = 0, "
                + "at 12 random W with entries from 0.001 to 3, Λ = diag(1, 2); four laws")
        .tolerance("10^−6 above b, far above the rounding of the Hessian of 10^−12")
        .reads("Descent cannot be caught anywhere; there is one minimiser.")
        .fixes("b", 0)
        .decidedBy(CurvatureClaims::measureConvexity);
  }

  private static Evidence measureConvexity(Constants constants, Reach reach) {
    var picture =
        Picture.of(
            "Least curvature",
            Exhibit.Axis.log("largest |W_ij|"),
            Exhibit.Axis.log("λ_min/λ_max(0)"));
    var checks = new ArrayList<Check>();
    var risks = risks(reach);
    for (int i = 0; i < risks.size(); i++) {
      var risk = risks.get(i);
      double greatest = hessianAtZero(risk).spectrum().greatest();
      var values = each(risk, w -> risk.curvature(w).hessian().spectrum().least() / greatest);
      checks.add(
          Check.atLeast("least curvature, " + title(i), least(values), constants.get("b") + 1e-6));
      picture.points(title(i), sizes(risk), values);
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static Claim curvatureFallsFromZero() {
    return ClaimDraft.of(
            "curvature-greatest-at-zero",
            Shen2025.SOURCES.proved("section 'training'"),
            "H(W) ⪯ (c/2) H(0): a step that is safe at W = 0 is safe everywhere")
        .says(
            "In no direction does the risk curve more than c/2 times as much as it does at zero "
                + "weights, for two classes not more at all.")
        .formula("f (c/2) H(0) − H(W) ⪰ 0 for all W,   f = 1")
        .given("any law of tasks, any prompt length")
        .measures(
            "least eigenvalue of the difference over the greatest of H(0), at 12 random W with "
                + "entries from 0.001 to 3, Λ = diag(1, 2); four laws")
        .tolerance("10^−9, rounding; for two classes and small W the two sides are nearly equal")
        .reads("η = 2/(c λ_max(H(0))) never overshoots, and is known before training.")
        .fixes("f", 1)
        .decidedBy(CurvatureClaims::measureCurvatureBound);
  }

  private static Evidence measureCurvatureBound(Constants constants, Reach reach) {
    var picture =
        Picture.of(
            "Room below the bound",
            Exhibit.Axis.log("largest |W_ij|"),
            Exhibit.Axis.linear("λ_min(f(c/2)H(0) − H(W))/λ_max(H(0))"));
    var checks = new ArrayList<Check>();
    var risks = risks(reach);
    for (int i = 0; i < risks.size(); i++) {
      var risk = risks.get(i);
      var zero = hessianAtZero(risk);
      double factor = constants.get("f") * risk.law().classes() / 2;
      var values =
          each(
              risk,
              w ->
                  difference(factor, zero, risk.curvature(w).hessian()).spectrum().least()
                      / zero.spectrum().greatest());
      checks.add(Check.atLeast("least room below the bound, " + title(i), least(values), -1e-9));
      picture.points(title(i), sizes(risk), values);
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static SymmetricMatrix difference(double factor, SymmetricMatrix a, SymmetricMatrix b) {
    double[][] rows = a.toArray();
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows.length; k++) {
        rows[i][k] = factor * rows[i][k] - b.get(i, k);
      }
    }
    return SymmetricMatrix.of(rows);
  }

  private static Claim diagonalStaysDiagonal() {
    return ClaimDraft.of(
            "diagonal-stays-diagonal",
            Shen2025.SOURCES.proved("section 'training'"),
            "In the axes of Λ diagonal weights have a diagonal gradient")
        .says(
            "Reflections of single axes leave the law of tasks as it is, so that training from a "
                + "diagonal W, zero for one, never leaves the diagonal: d numbers tell it all.")
        .formula("max_{i≠j} |∂L/∂W_ij| = s max_i |∂L/∂W_ii| at diagonal W,   s = 0")
        .given("axes of Λ; equally likely classes or not; means rotated")
        .measures(
            "the ratio at 12 random diagonal W with entries of up to ±3, Λ = diag(1, 2), c = 2, "
                + "N = 10 and ∞, exact over all of W")
        .tolerance("10^−10, rounding of the exact rule")
        .reads("W* is diagonal in the axes of Λ, as is everything on the way from zero.")
        .fixes("s", 0)
        .decidedBy(CurvatureClaims::measureOffDiagonal);
  }

  private static Evidence measureOffDiagonal(Constants constants, Reach reach) {
    var picture =
        Picture.of(
            "Gradients at diagonal weights",
            Exhibit.Axis.linear("random W"),
            Exhibit.Axis.log("largest entry"));
    var checks = new ArrayList<Check>();
    var exact = risks(reach).subList(0, 2);
    for (int i = 0; i < exact.size(); i++) {
      double worst = 0;
      var indices = new ArrayList<Integer>();
      var on = new ArrayList<Double>();
      for (var w : RandomWeights.of(CASES, 2, 3, 29)) {
        var gradient = exact.get(i).slope(Vector.of(w.get(0), 0, 0, w.get(1))).gradient();
        on.add(FastMath.max(FastMath.abs(gradient.get(0)), FastMath.abs(gradient.get(3))));
        double off = FastMath.max(FastMath.abs(gradient.get(1)), FastMath.abs(gradient.get(2)));
        worst = FastMath.max(worst, off / on.getLast());
        indices.add(indices.size() + 1);
      }
      picture.points("on the diagonal, " + title(i), indices, on);
      checks.add(
          Check.near("off over on the diagonal, " + title(i), worst, constants.get("s"), 1e-10));
    }
    return Evidence.of(picture.exhibit(), checks);
  }
}
