package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.LossHistory;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;

/** What holds in every case: put to random ones. */
final class RandomCaseClaims {
  /** Cases fewer than this say nothing about all. */
  private static final int FEWEST_CASES = 100;

  private RandomCaseClaims() {}

  static List<Claim> all() {
    return List.of(targetNeverFalls());
  }

  /** The numbers of as many cases as are wanted, or within reach. */
  private static List<Integer> indices(int wanted, Reach reach) {
    int cases = Math.min(wanted, reach.samples());
    if (cases < FEWEST_CASES) {
      throw Undecided.tooShort("needs at least " + FEWEST_CASES + " random cases");
    }
    return IntStream.range(0, cases).boxed().toList();
  }

  private static Claim targetNeverFalls() {
    return ClaimDraft.of(
            "target-weight-never-falls",
            Huang2024.SOURCES.proved("section 7"),
            "α_k ≥ 0: the query's own weight never falls")
        .says(
            "Whatever the weights are, descent raises the query's own weight: its direction is an "
                + "average of a_k times a square.")
        .formula("α_k = p_k E[a_k aᵀDa] ≥ 0 for every S, C and N;   σ² = 0")
        .given("no label noise")
        .measures(
            "least α_k over random laws, logits in ±20, label covariances and prompt lengths, as a "
                + "multiple of the largest |direction|")
        .tolerance("10^−12, rounding")
        .reads("The target can be slowed down by nothing but its own lack of attention.")
        .fixes("noise variance", 0)
        .fixes("bound", 0)
        .measuredBy(RandomCaseClaims::measureSign);
  }

  private static Judgement measureSign(Reach reach) {
    var random = new Well19937c(20240721);
    var cases = indices(1000, reach);
    var shares = cases.stream().map(i -> ownShare(randomColumn(random), random)).toList();
    return Observations.of(
            "Sign of α_k in random cases",
            Exhibit.Axis.linear("case"),
            Exhibit.Axis.linear("α_k/max |descent|"))
        .points("cases", cases, shares)
        .atLeast(
            "least α_k/max |descent| of " + shares.size() + " cases",
            shares.stream().reduce(Double.POSITIVE_INFINITY, FastMath::min),
            RandomCaseClaims::bound);
  }

  private static double bound(Constants stated) {
    if (stated.get("noise variance") != 0) {
      throw Undecided.hypothesisUnmet("it speaks of labels without noise");
    }
    return stated.get("bound") - LossHistory.ROUNDING;
  }

  /** {@code α_k} at random logits, as a multiple of the largest |direction|. */
  private static double ownShare(QueryColumn column, RandomGenerator random) {
    double[] logits = new double[column.size()];
    for (int m = 0; m < logits.length; m++) {
      logits[m] = 40 * random.nextDouble() - 20;
    }
    var descent = PopulationEvaluator.of(column).evaluate(Vector.of(logits)).descent();
    double largest = descent.maximumNorm();
    return largest == 0 ? 0 : descent.get(column.query()) / largest;
  }

  private static QueryColumn randomColumn(RandomGenerator random) {
    int size = 2 + random.nextInt(5);
    var lengths =
        List.of(
            PromptLength.of(1),
            PromptLength.of(2),
            PromptLength.of(7),
            PromptLength.of(1000),
            PromptLength.infinite());
    return randomLaw(size, random)
        .column(
            random.nextInt(size),
            lengths.get(random.nextInt(lengths.size())),
            new LabelModel(randomCovariance(size, random), 0));
  }

  private static TokenLaw randomLaw(int size, RandomGenerator random) {
    double[] p = new double[size];
    double sum = 0;
    for (int m = 0; m < size; m++) {
      p[m] = FastMath.exp(2 * random.nextGaussian());
      sum += p[m];
    }
    for (int m = 0; m < size; m++) {
      p[m] /= sum;
    }
    return TokenLaw.of(p);
  }

  private static LabelModel.Covariance randomCovariance(int size, RandomGenerator random) {
    double[][] factor = new double[size][size];
    for (double[] row : factor) {
      for (int j = 0; j < size; j++) {
        row[j] = random.nextGaussian();
      }
    }
    double[][] product = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int l = 0; l < size; l++) {
          sum += factor[i][l] * factor[j][l];
        }
        product[i][j] = sum;
        product[j][i] = sum;
      }
    }
    return LabelModel.MatrixCovariance.of(product);
  }
}
