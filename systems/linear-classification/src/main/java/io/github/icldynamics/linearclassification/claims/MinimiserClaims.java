package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.linearclassification.objective.ExactRisk;
import io.github.icldynamics.linearclassification.objective.Risk;
import io.github.icldynamics.linearclassification.objective.RiskMinimum;
import io.github.icldynamics.linearclassification.objective.SafeStep;
import io.github.icldynamics.linearclassification.objective.WeightSpace;
import io.github.icldynamics.linearclassification.training.MixtureRun;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.schema.PromptLength;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** There is one minimiser, and for long prompts it is {@code cΛ^{−1}}. */
final class MinimiserClaims {
  private static final long TOKENS = 5;

  /** Starts of each of the two methods. */
  private static final int STARTS = 6;

  /** Ends nearer than this, relative to W*, are one. */
  private static final double SAME = 1e-5;

  private MinimiserClaims() {}

  static List<Claim> all() {
    return List.of(uniqueMinimiser(), infinitePromptMinimiser());
  }

  private static Claim uniqueMinimiser() {
    return ClaimDraft.of(
            "unique-minimiser",
            Shen2025.SOURCES.paper("theorem on training: globally optimal, unique W*"),
            "The population risk has one minimiser, found from every start")
        .says(
            "Whatever weights training starts from, diagonal or not, small or large, and whatever "
                + "the method, it ends at the same W*.")
        .formula("#{end points of descent} = n,   n = 1")
        .given("c = 2, Λ = diag(1, 2), prompts of 5 tokens; equally likely classes, means rotated")
        .measures(
            "how many different end points 12 runs have: Newton's method with halved steps from 6 "
                + "random full matrices, gradient descent with a safe step from 6 random diagonal "
                + "ones, entries of up to ±3; and how far the farthest is from the first")
        .tolerance(
            "ends within 10^−5 of ‖W*‖ are one: descent has come down to 10^−7 of its way, which is"
                + " up to ten times as long as W*")
        .reads("Where training ends depends on the law of tasks and the prompt length only.")
        .fixes("n", 1)
        .measuredBy(MinimiserClaims::measureEnds);
  }

  private static Judgement measureEnds(Reach reach) {
    reach.requireSamples(2 * STARTS);
    var ends = Stream.concat(endsOfNewton(), endsOfDescent()).toList();
    var runs = IntStream.rangeClosed(1, ends.size()).boxed().toList();
    double farthest =
        ends.stream().mapToDouble(end -> distance(end, ends.getFirst())).max().orElseThrow();
    return Observations.of(
            "End points of descent",
            Exhibit.Axis.linear("run: Newton 1 to 6, gradient descent 7 to 12"),
            Exhibit.Axis.linear("entry of W"))
        .points("W₁₁", runs, ends.stream().map(end -> end.get(0, 0)).toList())
        .points("W₂₂", runs, ends.stream().map(end -> end.get(1, 1)).toList())
        .points("W₁₂", runs, ends.stream().map(end -> end.get(0, 1)).toList())
        .near("different end points", different(ends), "n", 0)
        .atMost("largest relative distance between ends", farthest, stated -> SAME);
  }

  private static Risk risk(WeightSpace space) {
    return ExactRisk.of(Mixtures.plane(2), PromptLength.of(TOKENS), space, Mixtures.WORKFORCE);
  }

  private static Stream<SquareMatrix> endsOfNewton() {
    var risk = risk(WeightSpace.FULL);
    return RandomWeights.of(STARTS, risk.size(), 3, 17).stream()
        .map(start -> RiskMinimum.from(start, risk).weights())
        .map(end -> risk.space().matrix(end.toArray()));
  }

  private static Stream<SquareMatrix> endsOfDescent() {
    var risk = risk(WeightSpace.DIAGONAL);
    var minimum = RiskMinimum.of(risk);
    double learningRate = SafeStep.of(risk);
    var method = new GradientDescent(learningRate);
    return RandomWeights.of(STARTS, risk.size(), 3, 19).stream()
        .map(
            start ->
                MixtureRun.train(
                    risk, minimum, method, learningRate, start, OptionalDouble.empty()))
        .map(run -> run.trajectory().weightsAt(run.trajectory().end()))
        .map(end -> risk.space().matrix(end.toArray()));
  }

  private static double distance(SquareMatrix a, SquareMatrix b) {
    return FastMath.sqrt(a.combined(1, -1, b).squaredNorm() / b.squaredNorm());
  }

  private static double different(List<SquareMatrix> ends) {
    var found = new ArrayList<SquareMatrix>();
    for (var end : ends) {
      if (found.stream().noneMatch(other -> distance(end, other) <= SAME)) {
        found.add(end);
      }
    }
    return found.size();
  }

  private static Claim infinitePromptMinimiser() {
    return ClaimDraft.of(
            "infinite-prompt-minimiser",
            Shen2025.SOURCES.recalled("theorem for c classes: W* = c(Λ^−1 + G)"),
            "W* tends to cΛ^−1 as prompts grow")
        .says(
            "With long prompts the trained weights are c times the inverse of Λ, with which the "
                + "layer answers as Bayes would.")
        .formula("W*_N Λ → f c I as N → ∞,   f = 1")
        .given("equally likely classes, means rotated; Λ = diag(1, 2)")
        .measures(
            "both diagonal entries of W*Λ/c at N = 10⁶ tokens for c = 2 (exact), 3 and 5 (with two "
                + "standard errors); the exhibit shows the way there")
        .tolerance("10^−3: G is about 20/N for c = 2 and 68/N for c = 5")
        .reads("The layer learns Λ^−1, and the number of classes undoes the 1/N of the class sums.")
        .fixes("f", 1)
        .measuredBy(MinimiserClaims::measureInfinitePrompt);
  }

  private static Judgement measureInfinitePrompt(Reach reach) {
    var tokens = List.of(10L, 1000L, 1_000_000L);
    var observed =
        Observations.of(
            "Least entry of W*Λ/c", Mixtures.tokens("N"), Exhibit.Axis.linear("W₁₁λ₁/c"));
    for (int classes : List.of(2, 3, 5)) {
      var shares = Shares.of(Mixtures.plane(classes), tokens, reach);
      observed.points("c = " + classes, tokens, Shares.onFirstAxis(shares));
      var last = shares.getLast();
      for (int axis = 0; axis < last.size(); axis++) {
        String name = "W*Λ/c on axis " + (axis + 1) + ", c = " + classes;
        observed.near(name, last.get(axis), "f", 1e-3);
      }
    }
    return observed.law("as stated", tokens, (stated, n) -> stated.get("f"));
  }
}
