package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Notebook;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Sources;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.softmaxregression.training.ValueScaleLaw;
import io.github.icldynamics.softmaxregression.training.ValueScaleRun;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;

/** What a value scale that is trained with the logits does: it forgets the dominant feature. */
final class TrainedScaleClaims {
  static final Sources DERIVATIONS =
      new Sources(Huang2024.PAPER, "docs/theory/trained-value-scale.md");

  private static final List<Double> DOMINANT = List.of(0.2, 0.3, 0.5, 0.7, 0.8);

  /** In units of T; the recovery is looked at there. */
  private static final double END = 30;

  private TrainedScaleClaims() {}

  private record Question(long features, double dominant, double horizon)
      implements Notebook.Question<ValueScaleRun> {
    @Override
    public ValueScaleRun answer() {
      return ValueScaleRun.train(features, dominant, horizon);
    }
  }

  /** A run, made once; the reach says how long. */
  private static ValueScaleRun run(long features, double dominant, Reach reach) {
    double horizon = Math.min(END, reach.patience());
    return reach.notebook().answer(new Question(features, dominant, horizon));
  }

  private static double peak(long features, double dominant, Reach reach) {
    return turn(run(features, dominant, reach).peak());
  }

  static double turn(OptionalDouble time) {
    return time.orElseThrow(() -> Undecided.tooShort("the run ended before ν had turned"));
  }

  private static double largest(long features, double dominant, Reach reach) {
    return run(features, dominant, reach).scaleAt(peak(features, dominant, reach));
  }

  private static double least(long features, double dominant, Reach reach) {
    return whole(features, dominant, reach).scaleAt(turn(run(features, dominant, reach).dip()));
  }

  /** A run that is long enough for all there is to see. */
  private static ValueScaleRun whole(long features, double dominant, Reach reach) {
    turn(run(features, dominant, reach).peak());
    return run(features, dominant, reach);
  }

  private static double errorAtPeak(long features, double dominant, Reach reach) {
    return run(features, dominant, reach).errorAt(0, peak(features, dominant, reach));
  }

  static List<Claim> all() {
    return List.of(
        dip(), overshoot(), FinitePromptScaleClaim.claim(), forgotten(), burstTime(), recovery());
  }

  private static Claim dip() {
    return ClaimDraft.of(
            "value-scale-dip", DERIVATIONS.formal("section 2"), "A trained value scale first falls")
        .says(
            "While the dominant feature is learned, the queries of the others attend to it too, "
                + "and want a smaller answer: ν falls below 1, by an amount that depends on p₁ "
                + "alone, and comes back.")
        .formula(
            "ν_min = ν₀ (1 + c √(AB/K)),   ν₀ = 1/(1 + q),   q = p₁(1 − p₁),   AB = 2p₁(1 − p₁)³(1 "
                + "− q)/(1 + q)²,   c = 2")
        .given("imbalanced law; infinite prompts; ν = 1 at the start; one flow for ν and Q")
        .measures("(ν_min/ν₀ − 1)√(K/AB) at K = 10⁶, p₁ = 0.2, 0.3, 0.5, 0.7, 0.8")
        .tolerance("0.02: the terms left out are of order ln K/√K")
        .reads("At p₁ = ½ ν falls to 0.80, at 0.2 to 0.86.")
        .fixes("c", 2)
        .measuredBy(TrainedScaleClaims::measureDip);
  }

  private static Judgement measureDip(Reach reach) {
    var features = Runs.decades(4, 6, reach);
    var observed =
        Observations.of(
            "Depth of the dip", Axes.features(), Exhibit.Axis.linear("(ν_min/ν₀ − 1) √(K/AB)"));
    for (double dominant : DOMINANT) {
      var depths = features.stream().map(k -> depth(k, dominant, reach)).toList();
      observed.near("coefficient at K = 10⁶, p₁ = " + dominant, depths.getLast(), "c", 0.02);
      observed.points("p₁ = " + dominant, features, depths);
    }
    return observed.law("as stated", features, (stated, k) -> stated.get("c"));
  }

  private static double depth(long features, double dominant, Reach reach) {
    double least = least(features, dominant, reach);
    double q = dominant * (1 - dominant);
    double rest = 1 - dominant;
    double product = 2 * dominant * rest * rest * rest * (1 - q) / ((1 + q) * (1 + q));
    return (least * (1 + q) - 1) * FastMath.sqrt(features / product);
  }

  private static Claim overshoot() {
    return ClaimDraft.of(
            "value-scale-overshoot",
            DERIVATIONS.formal("sections 3 and 4"),
            "A trained value scale overshoots like √K, for every p₁")
        .says(
            "When the rare features' attention bursts, ν rises with it until the dominant feature's"
                + " column gives way. It gives way when Attn_k √K = x*, whatever K is: the"
                + " logarithms of the two sides of the race cancel.")
        .formula(
            "ν_max = 1 + F(x₁)/W(x₁/√K),   x* = √2 D e^{s + D},   s = 1,   D = p₁/(1 − p₁),   x₁ = "
                + "x* exp(−[10√2/3 + 3/(2x*)]/√K),   F(x) = x max y of the burst from x")
        .given("imbalanced law; infinite prompts; ν = 1 at the start; one flow for ν and Q")
        .measures("ν_max for K = 10⁴ … 10⁸, p₁ = 0.2, 0.3, 0.5, 0.7")
        .tolerance(
            "3/√K of ν_max − 1: the burst is followed to leading order, and errs by order K^−½")
        .reads(
            "There is no p₁ above which the dominant feature is never forgotten, only a K below "
                + "which it is not: x*², 109 at p₁ = ½, 8560 at 0.7, 8·10¹⁰ at 0.9.")
        .fixes("s", 1)
        .measuredBy(TrainedScaleClaims::measureOvershoot);
  }

  private static Judgement measureOvershoot(Reach reach) {
    var features = Runs.decades(4, 8, reach);
    var observed =
        Observations.of("Largest value scale", Axes.features(), Exhibit.Axis.log("ν_max"));
    for (double dominant : DOMINANT.subList(0, 4)) {
      var largest = features.stream().map(k -> largest(k, dominant, reach)).toList();
      for (int i = 0; i < features.size(); i++) {
        double k = features.get(i);
        double measured = largest.get(i);
        observed.near(
            "ν_max, K = " + features.get(i) + ", p₁ = " + dominant,
            measured,
            stated -> largestScale(stated, k, dominant),
            3 / FastMath.sqrt(k) * (measured - 1));
      }
      observed.points("p₁ = " + dominant, features, largest);
      observed.law(
          "law, p₁ = " + dominant, features, (stated, k) -> largestScale(stated, k, dominant));
    }
    return observed;
  }

  private static double largestScale(Constants stated, double features, double dominant) {
    double ignition = ValueScaleLaw.of(dominant).ignition();
    double asStated = ignition * FastMath.exp(stated.get("s") - 1);
    return ValueScaleLaw.of(dominant).ignitingAt(asStated).largestScale(features);
  }

  private static Claim forgotten() {
    return ClaimDraft.of(
            "dominant-feature-forgotten",
            DERIVATIONS.formal("section 4"),
            "The dominant feature is forgotten: its attention falls to 1/ν")
        .says(
            "When ν is largest, the dominant query answers right with a share 1/ν of its attention "
                + "on itself; the rest is spread, and costs it ½ν²/K.")
        .formula("Attn_1 ν_max = w,   L_1 K/(½(ν_max − 1)²) = e,   w = e = 1")
        .given("imbalanced law; infinite prompts; K ≫ x*²; ν = 1 at the start")
        .measures("both at ν_max, K = 10⁶, p₁ = 0.2, 0.3, 0.5")
        .tolerance("0.01: the column follows within a time of order 1, 10⁻⁴ of the rise")
        .reads(
            "Its error passes through a maximum that does not depend on K: 0.070, 0.041, 0.0043 at "
                + "p₁ = 0.2, 0.3, 0.5.")
        .fixes("w", 1)
        .fixes("e", 1)
        .measuredBy(TrainedScaleClaims::measureForgotten);
  }

  private static Judgement measureForgotten(Reach reach) {
    var features = Runs.decades(4, 6, reach);
    var observed =
        Observations.of(
            "Error of the dominant feature at ν_max", Axes.features(), Exhibit.Axis.log("L_1"));
    for (double dominant : DOMINANT.subList(0, 3)) {
      var errors = features.stream().map(k -> errorAtPeak(k, dominant, reach)).toList();
      long most = features.getLast();
      double scale = largest(most, dominant, reach);
      double share = run(most, dominant, reach).dominantShareAt(peak(most, dominant, reach));
      observed.near("Attn_1 ν_max, p₁ = " + dominant, share * scale, "w", 0.01);
      double spread = 0.5 * (scale - 1) * (scale - 1) / most;
      observed.near("L_1 over ½(ν − 1)²/K, p₁ = " + dominant, errors.getLast() / spread, "e", 0.01);
      observed.points("p₁ = " + dominant, features, errors);
    }
    return observed;
  }

  private static Claim burstTime() {
    return ClaimDraft.of(
            "value-scale-time",
            DERIVATIONS.formal("section 5"),
            "Training the value scale leaves T as it is")
        .says(
            "On the plateau ν is 1 up to 1/K, so that the rare features burst when they do with a "
                + "fixed one, earlier by what they have of attention when ν rises.")
        .formula("(τ_max/T − 1)√K = c √2 − 1/x* + O(ln K/√K),   c = 1")
        .given("imbalanced law; infinite prompts; T = (K − 1)²/(1 − p₁)")
        .measures("[(τ_max/T − 1)√K + 1/x*]/√2 at K = 10⁸, p₁ = 0.3, 0.5, 0.7")
        .tolerance("0.01: the next term is (5/2) ln K/√K")
        .reads("Training ν costs nothing at leading order, and saves nothing.")
        .fixes("c", 1)
        .measuredBy(TrainedScaleClaims::measureTime);
  }

  private static Judgement measureTime(Reach reach) {
    var features = Runs.decades(6, 8, reach);
    var observed =
        Observations.of(
            "Time of the largest value scale",
            Axes.features(),
            Exhibit.Axis.linear("[(τ_max/T − 1)√K + 1/x*]/√2"));
    for (double dominant : DOMINANT.subList(1, 4)) {
      var times = features.stream().map(k -> lateness(k, dominant, reach)).toList();
      observed.near("lateness at K = 10⁸, p₁ = " + dominant, times.getLast(), "c", 0.01);
      observed.points("p₁ = " + dominant, features, times);
    }
    return observed.law("as stated", features, (stated, k) -> stated.get("c"));
  }

  private static double lateness(long features, double dominant, Reach reach) {
    double others = features - 1.0;
    double plateau = others * others / (1 - dominant);
    double late = peak(features, dominant, reach) / plateau - 1;
    double early = 1 / ValueScaleLaw.of(dominant).ignition();
    return (late * FastMath.sqrt((double) features) + early) / FastMath.sqrt(2);
  }

  private static Claim recovery() {
    return ClaimDraft.of(
            "value-scale-recovery",
            DERIVATIONS.formal("section 6"),
            "The value scale comes back like the root of time")
        .says(
            "After the burst all columns have the attention 1/ν on their own feature, and ν falls "
                + "as fast as what is spread can be collected.")
        .formula("(ν − 1)√(2(τ − T))/K = c [1 − 1/(2 ln((τ − T)/K))],   c = 1")
        .given("imbalanced law; infinite prompts; τ − T ≫ K")
        .measures("the quotient of both sides at τ = 30 T, K = 10⁶, p₁ = 0.2, 0.3, 0.5")
        .tolerance("0.005: the next term is of order 1/ln²")
        .reads("ν is 1.09 at 30 T; errors of all features fall below ε at T + K/(4ε).")
        .fixes("c", 1)
        .measuredBy(TrainedScaleClaims::measureRecovery);
  }

  private static Judgement measureRecovery(Reach reach) {
    var features = Runs.decades(4, 6, reach);
    var observed =
        Observations.of(
            "Recovery at 30 T", Axes.features(), Exhibit.Axis.linear("(ν − 1)√(2τ)/K over law"));
    for (double dominant : DOMINANT.subList(0, 3)) {
      var shares = features.stream().map(k -> recovered(k, dominant, reach)).toList();
      observed.near("at K = 10⁶, p₁ = " + dominant, shares.getLast(), "c", 0.005);
      observed.points("p₁ = " + dominant, features, shares);
    }
    return observed.law("as stated", features, (stated, k) -> stated.get("c"));
  }

  private static double recovered(long features, double dominant, Reach reach) {
    double others = features - 1.0;
    double plateau = others * others / (1 - dominant);
    double after = 29 * plateau;
    double scale = whole(features, dominant, reach).scaleAt(plateau + after);
    double law = 1 - 0.5 / FastMath.log(after / features);
    return (scale - 1) * FastMath.sqrt(2 * after) / features / law;
  }
}
