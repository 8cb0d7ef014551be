package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.linearclassification.objective.Risk;
import io.github.icldynamics.linearclassification.objective.WeightSpace;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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

  /** A risk in all of W. */
  private record TitledRisk(String title, Risk risk) {
    static TitledRisk of(String title, int classes, PromptLength length) {
      var law = Mixtures.plane(classes);
      return new TitledRisk(title, Mixtures.risk(law, length, WeightSpace.FULL, POINTS));
    }
  }

  /** Two exact risks, then two that are sampled. */
  private static List<TitledRisk> risks(Reach reach) {
    reach.requireSamples(CASES);
    return List.of(
        TitledRisk.of("c = 2, N = 10", 2, PromptLength.of(10)),
        TitledRisk.of("c = 2, N = ∞", 2, PromptLength.infinite()),
        TitledRisk.of("c = 3, N = 10", 3, PromptLength.of(10)),
        TitledRisk.of("c = 5, N = 10", 5, PromptLength.of(10)));
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

  /**
   * The Hessians of a risk at zero and at weights taken at random.
   *
   * @param sizes of the random weights
   */
  private record Hessians(
      String title,
      int classes,
      SymmetricMatrix atZero,
      List<Double> sizes,
      List<SymmetricMatrix> elsewhere) {
    static Hessians of(TitledRisk titled) {
      var risk = titled.risk();
      var weights = weights(risk);
      return new Hessians(
          titled.title(),
          risk.law().classes(),
          risk.curvature(Vector.zero(risk.size())).hessian(),
          weights.stream().map(Vector::maximumNorm).toList(),
          weights.stream().map(w -> risk.curvature(w).hessian()).toList());
    }

    /** What is made of each Hessian elsewhere: its least eigenvalue over the greatest at zero. */
    List<Double> least(UnaryOperator<SymmetricMatrix> made) {
      double unit = atZero.spectrum().greatest();
      return elsewhere.stream().map(h -> made.apply(h).spectrum().least() / unit).toList();
    }

    List<Double> roomsBelow(double f) {
      double factor = f * classes / 2;
      return least(hessian -> difference(factor, atZero, hessian));
    }
  }

  private static List<Hessians> hessians(Reach reach) {
    return risks(reach).stream().map(Hessians::of).toList();
  }

  private static Exhibit.Axis sizes() {
    return Exhibit.Axis.log("largest |W_ij|");
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
        .measuredBy(CurvatureClaims::measureConvexity);
  }

  private static Judgement measureConvexity(Reach reach) {
    var observed = Observations.of("Least curvature", sizes(), Exhibit.Axis.log("λ_min/λ_max(0)"));
    for (var hessians : hessians(reach)) {
      var least = hessians.least(UnaryOperator.identity());
      String name = "least curvature, " + hessians.title();
      observed
          .points(hessians.title(), hessians.sizes(), least)
          .atLeast(name, Collections.min(least), stated -> stated.get("b") + 1e-6);
    }
    return observed;
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
        .measuredBy(CurvatureClaims::measureCurvatureBound);
  }

  private static Judgement measureCurvatureBound(Reach reach) {
    var axis = Exhibit.Axis.linear("λ_min(f(c/2)H(0) − H(W))/λ_max(H(0))");
    var observed = Observations.of("Room below the bound", sizes(), axis);
    for (var hessians : hessians(reach)) {
      String title = hessians.title();
      String name = "least room below the bound, " + title;
      Function<Constants, List<Double>> rooms = stated -> hessians.roomsBelow(stated.get("f"));
      observed
          .draw((stated, picture) -> picture.points(title, hessians.sizes(), rooms.apply(stated)))
          .check(stated -> Check.atLeast(name, Collections.min(rooms.apply(stated)), -1e-9));
    }
    return observed;
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
        .measuredBy(CurvatureClaims::measureOffDiagonal);
  }

  private static Judgement measureOffDiagonal(Reach reach) {
    var observed =
        Observations.of(
            "Gradients at diagonal weights",
            Exhibit.Axis.linear("random W"),
            Exhibit.Axis.log("largest entry"));
    var indices = IntStream.rangeClosed(1, CASES).boxed().toList();
    for (var exact : risks(reach).subList(0, 2)) {
      var gradients = gradients(exact.risk());
      var on = largest(gradients, 0, 3);
      double worst = largestRatio(largest(gradients, 1, 2), on);
      observed
          .near("off over on the diagonal, " + exact.title(), worst, "s", 1e-10)
          .points("on the diagonal, " + exact.title(), indices, on);
    }
    return observed;
  }

  private static List<Vector> gradients(Risk risk) {
    return RandomWeights.of(CASES, 2, 3, 29).stream()
        .map(diagonal -> Vector.of(diagonal.get(0), 0, 0, diagonal.get(1)))
        .map(w -> risk.slope(w).gradient())
        .toList();
  }

  /** The larger of two entries of each. */
  private static List<Double> largest(List<Vector> gradients, int i, int k) {
    return gradients.stream()
        .map(each -> FastMath.max(FastMath.abs(each.get(i)), FastMath.abs(each.get(k))))
        .toList();
  }

  private static double largestRatio(List<Double> numerators, List<Double> denominators) {
    return IntStream.range(0, numerators.size())
        .mapToDouble(i -> numerators.get(i) / denominators.get(i))
        .max()
        .orElseThrow();
  }
}
