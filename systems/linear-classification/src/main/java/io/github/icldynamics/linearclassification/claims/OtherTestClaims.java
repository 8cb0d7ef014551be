package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.objective.InferenceError;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The layer trained as in the paper and tested on tasks of another law. */
final class OtherTestClaims {
  private static final String LEAST = "least error";
  private static final String KEPT = "share kept";
  private static final List<Double> SCALES = List.of(0.5, 2.0);

  private OtherTestClaims() {}

  static List<Claim> all() {
    return List.of(unequalPriors(), changedCovariance(), unequalNorms(), scaledCovariance());
  }

  /** What all three claims of a plateau share. */
  private static Claim plateau(ClaimDraft draft, double least, UnaryOperator<MixtureLaw> change) {
    return draft
        .formula(
            "E ½ Σ_j |P̂_j − P_j| ≥ b at M = 10⁶, and ≥ k times the same at 10⁴,   b = "
                + least
                + ", k = 0.98")
        .measures(
            "both for c = 2 and 3, d = 2, W = cΛ^−1 of Λ = diag(1, 2), with two standard errors "
                + "(16 × 2048 points); the exhibit begins at M = 10")
        .tolerance("none: the intervals have to lie above b and k")
        .fixes(LEAST, least)
        .fixes(KEPT, 0.98)
        .measuredBy(reach -> measurePlateau(reach, change));
  }

  private static Judgement measurePlateau(Reach reach, UnaryOperator<MixtureLaw> change) {
    var tokens = Mixtures.decades(1, 6, reach);
    var observed =
        Observations.of(
            "Error on other tasks, N = ∞",
            Mixtures.tokens("M"),
            Exhibit.Axis.log("E ½ Σ_j |P̂_j − P_j|"));
    for (int classes : List.of(2, 3)) {
      var law = Mixtures.plane(classes);
      var errors = tokens.stream().map(m -> error(law, change.apply(law), m, reach)).toList();
      var last = errors.getLast();
      String title = "c = " + classes;
      observed
          .points(title, tokens, errors.stream().map(Quantity::value).toList())
          .atLeast("error at M = 10⁶, " + title, last, LEAST)
          .atLeast("error at M = 10⁶ over that at 10⁴, " + title, ratio(last, errors.get(3)), KEPT);
    }
    return observed;
  }

  private static Quantity error(MixtureLaw trained, MixtureLaw tested, long tokens, Reach reach) {
    var length = Mixtures.promptLength(tokens, reach);
    var error = Mixtures.error(trained.infinitePromptMinimiser(), tested, length, reach);
    return Mixtures.scaled(error.totalVariation(), 1);
  }

  private static Quantity ratio(Quantity a, Quantity b) {
    double ratio = a.value() / b.value();
    return new Quantity(ratio, ratio * (a.uncertainty() / a.value() + b.uncertainty() / b.value()));
  }

  private static Claim unequalPriors() {
    var draft =
        ClaimDraft.of(
                "unequal-priors",
                Shen2025.SOURCES.measured("section 'measured'"),
                "Where classes are not equally likely, longer prompts do not help")
            .says(
                "Tested on tasks whose classes are not equally likely, the layer errs by an amount"
                    + " that no prompt length removes: class sums carry the shares of the classes"
                    + " as factors, where Bayes adds their logarithms.")
            .given("one class with probability 0.7 (c = 2) or 0.6 (c = 3), the others alike")
            .reads("That classes are equally likely is needed, not a convenience.");
    return plateau(draft, 0.1, law -> law.withPriors(priors(law.classes())));
  }

  private static Vector priors(int classes) {
    return classes == 2 ? Vector.of(0.7, 0.3) : Vector.of(0.6, 0.2, 0.2);
  }

  private static Claim changedCovariance() {
    var draft =
        ClaimDraft.of(
                "changed-covariance",
                Shen2025.SOURCES.measured("section 'measured'"),
                "Where Λ is another than in training, longer prompts do not help")
            .says(
                "Λ^−1 is in the weights, not in the prompt: tested on tasks with another Λ, the "
                    + "layer errs by an amount that no prompt length removes.")
            .given("trained with Λ = diag(1, 2), tested with diag(2, 1)")
            .reads("The layer learns the covariance of its tasks once, and cannot see it change.");
    return plateau(
        draft,
        0.08,
        law -> law.withCovariance(MixtureLaw.diagonal(law.classes(), 2, 1).covariance()));
  }

  private static Claim unequalNorms() {
    var draft =
        ClaimDraft.of(
                "unequal-norms",
                Shen2025.SOURCES.measured("section 'measured'"),
                "Where means differ in norm, longer prompts do not help")
            .says(
                "With means drawn each by itself the rule of Bayes has thresholds ½ μᵀΛ^−1μ that a "
                    + "layer without a bias cannot give: it errs at any prompt length.")
            .given("μ_j ~ N(0, I) independently, in place of rotated copies of one")
            .reads("That all means have one Λ^−1-norm is needed, not a convenience.");
    return plateau(draft, 0.08, law -> law.withMeans(MeanLaw.INDEPENDENT));
  }

  private static Claim scaledCovariance() {
    return ClaimDraft.of(
            "scaled-covariance-keeps-classes",
            Shen2025.SOURCES.proved("section 'inference'"),
            "A common scale of Λ spoils the probabilities, never the classes")
        .says(
            "If Λ is s times as large as in training, all logits are s times too large:"
                + " probabilities are too sure, or too unsure, but the most probable class of a"
                + " long prompt is that of Bayes. Turned round, diag(1, 2) to diag(2, 1), classes"
                + " go wrong too.")
        .formula("excess risk at M = ∞: e for sΛ, though the error of P̂ is ≥ b,   e = 0, b = 0.06")
        .given("equally likely classes, means rotated; c = 2 and 3, Λ = diag(1, 2), s = 2 and ½")
        .measures(
            "excess risk and error at M = ∞ with W = cΛ^−1 (16 × 2048 points, two standard errors),"
                + " for s = 2 and ½; excess risk for diag(2, 1), which has to be above 0.02")
        .tolerance("10^−9 for e, rounding; none for the rest")
        .reads("Whoever only wants the class need not know the scale of the noise.")
        .fixes("e", 0)
        .fixes("b", 0.06)
        .measuredBy(OtherTestClaims::measureScale);
  }

  private static Judgement measureScale(Reach reach) {
    var observed =
        Observations.of(
            "Error and excess risk at M = ∞",
            Exhibit.Axis.log("scale s of Λ"),
            Exhibit.Axis.linear("error"));
    for (int classes : List.of(2, 3)) {
      observeScales(classes, observed, reach);
      var turned = Mixtures.scaled(tested(classes, 2, 1, reach).excessRisk(), 1);
      observed.atLeast("excess risk turned round, c = " + classes, turned, stated -> 0.02);
    }
    return observed;
  }

  private static void observeScales(int classes, Observations observed, Reach reach) {
    String title = "c = " + classes;
    var errors = new ArrayList<Double>();
    var excesses = new ArrayList<Double>();
    for (double s : SCALES) {
      var scaled = tested(classes, s, 2 * s, reach);
      var error = Mixtures.scaled(scaled.totalVariation(), 1);
      var excess = Mixtures.scaled(scaled.excessRisk(), 1);
      errors.add(error.value());
      excesses.add(excess.value());
      observed
          .near("excess risk, " + title + ", s = " + s, excess, "e", 1e-9)
          .atLeast("error, " + title + ", s = " + s, error, "b");
    }
    observed
        .points("error, " + title, SCALES, errors)
        .points("excess risk, " + title, SCALES, excesses);
  }

  private static InferenceError tested(int classes, double first, double second, Reach reach) {
    var trained = Mixtures.plane(classes).infinitePromptMinimiser();
    var law = MixtureLaw.diagonal(classes, first, second);
    return Mixtures.error(trained, law, PromptLength.infinite(), reach);
  }
}
