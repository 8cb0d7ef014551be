package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.objective.RiskMinimum;
import io.github.icldynamics.linearclassification.objective.SafeStep;
import io.github.icldynamics.linearclassification.objective.WeightSpace;
import io.github.icldynamics.linearclassification.training.ConvergenceRate;
import io.github.icldynamics.linearclassification.training.MixtureRun;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** How fast gradient descent on the population risk approaches W*. */
final class RateClaims {
  private static final int POINTS = 16;

  /** Enough for the squared distance to fall by 17 decades, in units of {@code 1/λ_min(H(W*))}. */
  private static final double TIME_CONSTANTS = 20;

  private static final int PICTURE_POINTS = 40;

  private RateClaims() {}

  static List<Claim> all() {
    return List.of(linearRate(), rateIsCurvature());
  }

  /** A run of gradient descent from zero with a safe step. */
  private record Descent(String title, MixtureRun run, double learningRate) {
    static Descent of(String title, MixtureLaw law, PromptLength length, Reach reach) {
      var risk = Mixtures.risk(law, length, WeightSpace.DIAGONAL, POINTS);
      var minimum = RiskMinimum.of(risk);
      double learningRate = SafeStep.of(risk);
      double constants = FastMath.min(TIME_CONSTANTS, reach.patience());
      double end = constants / minimum.at().hessian().spectrum().least();
      var method = new GradientDescent(learningRate);
      var start = Vector.zero(risk.size());
      var run =
          MixtureRun.train(risk, minimum, method, learningRate, start, OptionalDouble.of(end));
      return new Descent(title, run, learningRate);
    }

    ConvergenceRate rate() {
      return ConvergenceRate.of(run, learningRate)
          .orElseThrow(() -> Undecided.tooShort("the run ended before it came near W*"));
    }

    void drawOn(Observations observed) {
      double end = run.trajectory().end() / learningRate;
      var iterations =
          IntStream.rangeClosed(0, PICTURE_POINTS)
              .mapToObj(i -> FastMath.rint(end * i / PICTURE_POINTS))
              .distinct()
              .toList();
      double first = run.squaredDistanceAt(0);
      var distances =
          iterations.stream().map(t -> run.squaredDistanceAt(t * learningRate) / first).toList();
      observed.curve(title, iterations, distances);
    }
  }

  private static List<Descent> descents(Reach reach) {
    return List.of(
        Descent.of("c = 2, d = 1, N = 20", Mixtures.line(2), PromptLength.of(20), reach),
        Descent.of("c = 2, d = 1, N = ∞", Mixtures.line(2), PromptLength.infinite(), reach),
        Descent.of("c = 2, d = 2, N = 5", Mixtures.plane(2), PromptLength.of(5), reach),
        Descent.of("c = 2, d = 2, N = ∞", Mixtures.plane(2), PromptLength.infinite(), reach),
        Descent.of("c = 3, d = 2, N = 20", Mixtures.plane(3), PromptLength.of(20), reach));
  }

  private static Observations observe(List<Descent> descents) {
    var observed =
        Observations.of(
            "Gradient descent from zero",
            Exhibit.Axis.linear("iterations"),
            Exhibit.Axis.log("‖W^t − W*‖²/‖W*‖²"));
    descents.forEach(descent -> descent.drawOn(observed));
    return observed;
  }

  private static Claim linearRate() {
    return ClaimDraft.of(
            "linear-rate",
            Shen2025.SOURCES.paper("abstract; theorem on training"),
            "Gradient descent converges to W* at a linear rate")
        .says(
            "The squared distance to W* falls by one factor an iteration: its logarithm is a "
                + "straight line.")
        .formula("ln ‖W^t − W*‖² = a − b t with share of variance R² > 0.999 over 6 decades")
        .given("equally likely classes, means rotated; learning rate small enough")
        .measures(
            "R² of the straight line, and over how many decades it goes, from where the squared"
                + " distance has fallen to 10^−6 of the start's; W⁰ = 0, η = 2/(c λ_max(H(0)));"
                + " five laws (c = 3: the risk averaged over 16 × 16 points, with its own W*)")
        .tolerance("none")
        .reads("Training takes a number of iterations proportional to the digits wanted.")
        .fixes("R²", 0.999)
        .fixes("decades", 6)
        .measuredBy(RateClaims::measureStraightness);
  }

  private static Judgement measureStraightness(Reach reach) {
    var descents = descents(reach);
    var observed = observe(descents);
    for (var descent : descents) {
      var rate = descent.rate();
      observed
          .atLeast("R², " + descent.title(), rate.rSquared(), "R²")
          .atLeast("decades, " + descent.title(), rate.decades(), "decades");
    }
    return observed;
  }

  private static Claim rateIsCurvature() {
    return ClaimDraft.of(
            "rate-is-curvature",
            Shen2025.SOURCES.proved("section 'training'"),
            "The linear rate is 2 ln(1 − η λ_min(H(W*)))")
        .says(
            "How fast the squared distance falls is decided by the flattest direction of the risk "
                + "at its minimum and by nothing else.")
        .formula("d ln ‖W^t − W*‖²/dt → m ln(1 − η λ_min(H(W*))),   m = 2")
        .given("equally likely classes, means rotated; η λ_max(H) ≤ 1")
        .measures(
            "twice the slope of the straight line over 2 ln(1 − η λ_min), with the scatter of "
                + "its residuals; the same five runs")
        .tolerance(
            "0.005: at 10^−6 of the squared distance what is quadratic in W − W* is 10^−3 of the "
                + "slope")
        .reads(
            "The rate is known from the Hessian at W*. Long prompts train slowly: W* grows, and the"
                + " risk is flatter there.")
        .fixes("m", 2)
        .measuredBy(RateClaims::measureRate);
  }

  private static Judgement measureRate(Reach reach) {
    var descents = descents(reach);
    var observed = observe(descents);
    for (var descent : descents) {
      var rate = descent.rate();
      double multiple = 2 * rate.perIteration() / rate.asymptotic();
      double halfWidth = FastMath.abs(2 * rate.halfWidth() / rate.asymptotic());
      String name = "multiple of ln(1 − ηλ_min), " + descent.title();
      observed.near(name, new Quantity(multiple, halfWidth), "m", 0.005);
    }
    return observed;
  }
}
