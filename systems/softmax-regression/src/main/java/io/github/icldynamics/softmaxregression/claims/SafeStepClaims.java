package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;

/** How long steps may be with competitors of any frequency: found by looking for the worst law. */
final class SafeStepClaims {
  private static final int SEARCHES = 80;
  private static final int TRIALS = 200;
  private static final int STEPS = 200;

  /** Below and above the limit, relative: the worst law is itself a limit, of a rare query. */
  private static final double MARGIN = 0.02;

  /** Rarer queries move nothing but rounding. */
  private static final double RAREST = 1e-6;

  /** A step that promises less than this is rounding. */
  private static final double LEAST_PROMISE = 1e-13;

  private SafeStepClaims() {}

  static List<Claim> all() {
    return List.of(safeSteps());
  }

  private static Claim safeSteps() {
    return ClaimDraft.of(
            "safe-steps",
            Huang2024.SOURCES.measured("section 7"),
            "For general laws steps below ηp_k = 8 never raise the loss, and longer ones can")
        .says(
            "With competitors of different frequency large steps can overshoot. No law that a "
                + "search for the worst one has found does so below ηp_k = 8, and a rare query "
                + "between two equally frequent features does so just above.")
        .formula("ηp_k < s ⇒ L(t + 1) ≤ L(t), and not for ηp_k > s;   s = 8: a conjecture")
        .given("any law; infinite prompts; from Q = 0")
        .measures(
            "the largest [L(t + 1) − L(t)]/(η|g|²/p_k) in 200 steps, made as large as possible over"
                + " laws with K from 2 to 9 by 80 searches of 200 trials, at 0.98 s and 1.02 s")
        .tolerance("2% of s: the worst law is the limit p_k → 0, which searches come near")
        .reads(
            "The learning rate may be of order 1/p_k, far beyond 1, without any harm. The curvature"
                + " of the loss between two equal competitors, ¼, is what sets the 8.")
        .supposes("s", 8)
        .measuredUnder(SafeStepClaims::measure);
  }

  private static Judgement measure(Constants conditions, Reach reach) {
    reach.requireSamples(SEARCHES);
    double limit = conditions.get("s");
    var steps = List.of(0.5 * limit, (1 - MARGIN) * limit, (1 + MARGIN) * limit);
    var worst = new ArrayList<Double>();
    for (double step : steps) {
      worst.add(worstGain(step));
    }
    return Observations.of(
            "The worst law of a step length",
            Exhibit.Axis.linear("ηp_k"),
            Exhibit.Axis.linear("largest rise over η|g|²/p_k"))
        .points("found by searching", steps, worst)
        .atMost("largest rise at 0.98 s", worst.get(1), stated -> 0)
        .atLeast("largest rise at 1.02 s", worst.get(2), stated -> 0)
        .atMost("largest rise at 0.5 s", worst.get(0), stated -> 0);
  }

  private static double worstGain(double step) {
    var random = new Well19937c(3141592653L);
    double worst = Double.NEGATIVE_INFINITY;
    for (int search = 0; search < SEARCHES; search++) {
      worst = FastMath.max(worst, climb(step, random));
    }
    return worst;
  }

  /** Goes uphill from a random law, in steps that become shorter where they do not succeed. */
  private static double climb(double step, RandomGenerator random) {
    double[] weights = new double[2 + random.nextInt(8)];
    for (int m = 0; m < weights.length; m++) {
      weights[m] = FastMath.exp(2 * random.nextGaussian());
    }
    double best = gain(weights, step);
    double size = 1;
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] other = weights.clone();
      for (int m = 0; m < other.length; m++) {
        other[m] *= FastMath.exp(size * random.nextGaussian());
      }
      double found = gain(other, step);
      if (found > best) {
        best = found;
        weights = other;
      } else {
        size = FastMath.max(0.02, 0.97 * size);
      }
    }
    return best;
  }

  /** The largest rise of a step, as a share of what its gradient promises to gain. */
  private static double gain(double[] weights, double step) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double[] probabilities = weights.clone();
    for (int m = 0; m < probabilities.length; m++) {
      probabilities[m] /= sum;
    }
    double p = probabilities[0];
    if (p < RAREST) {
      return Double.NEGATIVE_INFINITY;
    }
    var column = TokenLaw.of(probabilities).column(0, PromptLength.infinite(), LabelModel.linear());
    return largestGain(PopulationEvaluator.of(column), step / p, p);
  }

  private static double largestGain(PopulationEvaluator evaluator, double rate, double p) {
    int size = evaluator.column().size();
    double[] logits = new double[size];
    double[] descent = new double[size];
    double largest = Double.NEGATIVE_INFINITY;
    double loss = evaluator.descend(logits, descent);
    for (int step = 0; step < STEPS; step++) {
      double promise = 0;
      for (int m = 0; m < size; m++) {
        promise += rate * descent[m] * descent[m] / p;
        logits[m] += rate * descent[m];
      }
      if (promise < LEAST_PROMISE) {
        break;
      }
      double next = evaluator.descend(logits, descent);
      largest = FastMath.max(largest, (next - loss) / promise);
      loss = next;
    }
    return largest;
  }
}
