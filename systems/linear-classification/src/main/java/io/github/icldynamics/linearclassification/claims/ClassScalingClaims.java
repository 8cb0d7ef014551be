package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.linearclassification.objective.LongPromptLimit;
import io.github.icldynamics.statistics.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** What more classes do to the deviation and to the errors, in two dimensions. */
final class ClassScalingClaims {
  private static final List<Integer> CLASSES = List.of(2, 4, 8, 16, 32);
  private static final int POINTS = 512;
  private static final String LEAST_EXPONENT = "least exponent up to c = 16";

  private ClassScalingClaims() {}

  static List<Claim> all() {
    return List.of(deviationBound(), deviationLaw(), inferenceBounds(), inferenceLaw());
  }

  /** The long-prompt limits for Λ = diag(1, 2). */
  private static List<LongPromptLimit> limits(Reach reach) {
    return CLASSES.stream()
        .map(c -> Mixtures.longPrompts(Mixtures.plane(c), POINTS, reach))
        .toList();
  }

  private static Estimate largestDeviation(LongPromptLimit limit) {
    var first = limit.deviation().get(0);
    var second = limit.deviation().get(1);
    return FastMath.abs(first.mean()) >= FastMath.abs(second.mean()) ? first : second;
  }

  /** The exponents of c between neighbouring numbers of classes. */
  private static List<Quantity> exponents(
      List<LongPromptLimit> limits, Function<LongPromptLimit, Estimate> value) {
    var values = limits.stream().map(value).toList();
    return IntStream.range(1, values.size())
        .mapToObj(
            i ->
                Mixtures.exponent(
                    CLASSES.get(i - 1), values.get(i - 1), CLASSES.get(i), values.get(i)))
        .toList();
  }

  /** What quantities tend to if they do so as 1/c: c doubles from the last but one to the last. */
  private static Quantity extrapolated(List<Quantity> quantities) {
    var last = quantities.getLast();
    var before = quantities.get(quantities.size() - 2);
    return new Quantity(
        2 * last.value() - before.value(),
        FastMath.hypot(2 * last.uncertainty(), before.uncertainty()));
  }

  private static List<Double> absolute(
      List<LongPromptLimit> limits, Function<LongPromptLimit, Estimate> value) {
    return limits.stream().map(limit -> FastMath.abs(value.apply(limit).mean())).toList();
  }

  private static Exhibit.Axis classes() {
    return Exhibit.Axis.log("classes c");
  }

  private static Claim deviationBound() {
    return ClaimDraft.of(
            "deviation-bound-in-classes",
            Shen2025.SOURCES.recalled("theorem for c classes: ‖G‖_max = O(c/N)"),
            "The deviation of W* grows at most as c/N")
        .says(
            "With more classes G grows, but by no more than in proportion to their number: one "
                + "constant does for all c.")
        .formula("lim N‖G‖_max ≤ C c for c = 2 … 32,   C = 25")
        .given("equally likely classes, means rotated; d = 2, Λ = diag(1, 2) fixed")
        .measures(
            "lim N‖G‖_max/c by the first-order formula at c = 2, 4, 8, 16, 32, the greatest of them"
                + " with two standard errors (16 × 512 points)")
        .tolerance("none; C is the limit for many classes, 24.63, rounded up")
        .reads(
            "The bound holds, with a constant that the first few classes do not show: from two to "
                + "32 lim N‖G‖_max/c doubles, see deviation-in-classes.")
        .fixes("C", 25)
        .measuredBy(ClassScalingClaims::measureDeviationBound);
  }

  private static Judgement measureDeviationBound(Reach reach) {
    var perClass = perClass(limits(reach));
    return observeDeviation(perClass)
        .law("C", CLASSES, (stated, c) -> stated.get("C"))
        .atMost("greatest lim N‖G‖_max/c", greatest(perClass), "C");
  }

  /** {@code lim N‖G‖_max/c}. */
  private static List<Quantity> perClass(List<LongPromptLimit> limits) {
    return IntStream.range(0, CLASSES.size())
        .mapToObj(i -> Mixtures.scaled(largestDeviation(limits.get(i)), -1.0 / CLASSES.get(i)))
        .toList();
  }

  private static Observations observeDeviation(List<Quantity> perClass) {
    return Observations.of("Deviation a class", classes(), Exhibit.Axis.linear("lim N‖G‖_max/c"))
        .points("measured", CLASSES, perClass.stream().map(Quantity::value).toList());
  }

  private static Claim deviationLaw() {
    return ClaimDraft.of(
            "deviation-in-classes",
            Shen2025.SOURCES.formal("section 'first order in 1/N'"),
            "N‖G‖_max/c rises with c to a limit, 2.4 times its value for two classes")
        .says(
            "For few classes G grows faster than c, with exponents of about 1.3 up to c = 16. For "
                + "many, a query sees means in all directions alike, and N‖G‖_max/c comes to a "
                + "limit.")
        .formula(
            "lim N‖G‖_max/c → E[|y|² + E t² + ½ cov(t², t)]/E var t = 24.634; t = r|y| cos θ with "
                + "density ∝ e^t in θ")
        .given("d = 2, Λ = diag(1, 2); equally likely classes, means rotated; x = Λ^{1/2} y")
        .measures(
            "lim N‖G‖_max/c at c = 16 and 32, extrapolated in 1/c; least exponent of c from 2 to 4,"
                + " 4 to 8 and 8 to 16; by the first-order formula, two standard errors")
        .tolerance("1.5 for the limit: the next term in 1/c and three standard errors; none else")
        .reads(
            "From few classes one would guess c^{1.3}/N, and a constant fitted at two classes is "
                + "too small by 2.4 for many.")
        .fixes("limit", 24.634)
        .fixes(LEAST_EXPONENT, 1.1)
        .measuredBy(ClassScalingClaims::measureDeviationLaw);
  }

  private static Judgement measureDeviationLaw(Reach reach) {
    var limits = limits(reach);
    var perClass = perClass(limits);
    var exponents = exponents(limits, ClassScalingClaims::largestDeviation);
    var least = least(exponents.subList(0, exponents.size() - 1));
    return observeDeviation(perClass)
        .law("for many classes", CLASSES, (stated, c) -> stated.get("limit"))
        .near("lim N‖G‖_max/c for many classes", extrapolated(perClass), "limit", 1.5)
        .atLeast(LEAST_EXPONENT, least, LEAST_EXPONENT);
  }

  private static Quantity least(List<Quantity> quantities) {
    return quantities.stream().min(Comparator.comparingDouble(Quantity::value)).orElseThrow();
  }

  private static Quantity greatest(List<Quantity> quantities) {
    return quantities.stream().max(Comparator.comparingDouble(Quantity::value)).orElseThrow();
  }

  private static Claim inferenceBounds() {
    return ClaimDraft.of(
            "inference-bounds-in-classes",
            Shen2025.SOURCES.recalled("theorem on inference: O(c²/N + c^{3/2}/√M)"),
            "The inference error grows at most as c²/N and c^{3/2}/√M")
        .says(
            "More classes make the answers worse by no more than the square of their number over "
                + "the training length and its power 3/2 over the root of the test length.")
        .formula("√M × error = O(c^a) at N = ∞, N × error = O(c^b) at M = ∞,   a = 3/2, b = 2")
        .given("equally likely classes, means rotated; d = 2, Λ = diag(1, 2) fixed; long prompts")
        .measures(
            "exponents of c from c = 4 to 8, 8 to 16 and 16 to 32, the greatest of them with two "
                + "standard errors; error is ½ Σ_j |P̂_j − P_j|")
        .tolerance("none: upper bounds hold if the exponents stay below")
        .reads("The bounds hold with room: see inference-in-classes for what is true.")
        .fixes("a", 1.5)
        .fixes("b", 2)
        .measuredBy(ClassScalingClaims::measureInferenceBounds);
  }

  private static Judgement measureInferenceBounds(Reach reach) {
    var limits = limits(reach);
    var test = greatest(beyondFour(exponents(limits, LongPromptLimit::testError)));
    var training = greatest(beyondFour(exponents(limits, LongPromptLimit::trainingError)));
    return observeErrors(limits)
        .atMost("exponent of c at 1/√M", test, "a")
        .atMost("exponent of c at 1/N", training, "b");
  }

  private static List<Quantity> beyondFour(List<Quantity> exponents) {
    return exponents.subList(1, exponents.size());
  }

  private static Observations observeErrors(List<LongPromptLimit> limits) {
    return Observations.of("Errors against classes", classes(), Exhibit.Axis.log("limit"))
        .points("√M × error at N = ∞", CLASSES, absolute(limits, LongPromptLimit::testError))
        .points("N × error at M = ∞", CLASSES, absolute(limits, LongPromptLimit::trainingError));
  }

  private static Claim inferenceLaw() {
    return ClaimDraft.of(
            "inference-in-classes",
            Shen2025.SOURCES.formal("section 'inference'"),
            "For many classes in fixed dimension the error grows as c/N and √(c/M) only")
        .says(
            "A query is in question between classes whose probabilities are all of order 1/c: "
                + "errors of the class sums average over them, and deviations of W* act on all "
                + "alike.")
        .formula("√M × error = Θ(c^a) at N = ∞, N × error = Θ(c^b) at M = ∞,   a = ½, b = 1")
        .given("equally likely classes, means rotated; d = 2, Λ = diag(1, 2) fixed; long prompts")
        .measures(
            "what the exponents of c tend to: from c = 8 to 16 and 16 to 32, extrapolated in 1/c, "
                + "two standard errors")
        .tolerance("0.15, for the next term in 1/c and three standard errors")
        .reads("Both bounds of the paper are too large by a factor c for many classes.")
        .fixes("a", 0.5)
        .fixes("b", 1)
        .measuredBy(ClassScalingClaims::measureInferenceLaw);
  }

  private static Judgement measureInferenceLaw(Reach reach) {
    var limits = limits(reach);
    var test = extrapolated(exponents(limits, LongPromptLimit::testError));
    var training = extrapolated(exponents(limits, LongPromptLimit::trainingError));
    return observeErrors(limits)
        .near("exponent of c at 1/√M", test, "a", 0.15)
        .near("exponent of c at 1/N", training, "b", 0.15);
  }
}
