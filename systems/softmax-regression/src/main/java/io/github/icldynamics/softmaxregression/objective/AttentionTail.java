package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.statistics.BinomialInterval;
import io.github.icldynamics.statistics.BinomialLaw;
import io.github.icldynamics.statistics.CountSampler;
import org.hipparchus.util.FastMath;

/**
 * The probability over prompts that the query's own feature gets little attention, {@code P(Attn_k
 * < a)}.
 *
 * <p>Given {@code c_k = j}, {@code Attn_k < a} means {@code Σ_{m≠k} c_m w_m > j w_k (1 − a)/a}.
 * With two other groups of n = N − j tokens, i of them in the first, the left side is {@code i w_1
 * + (n − i) w_2}: a tail of a binomial law in i.
 */
public final class AttentionTail {
  private static final Bounds LEVEL = Bounds.open(0, 1);
  private static final int MOST_GROUPS = 3;

  /** Counts of the query's feature this unlikely change no sum. */
  private static final double NEGLIGIBLE_LOG_MASS = -750;

  private AttentionTail() {}

  /**
   * The probability, exactly.
   *
   * @param column of at most three groups, with finite prompts
   * @param level a in (0, 1)
   */
  public static double below(QueryColumn column, Vector logits, double level) {
    column.requireLogits(logits);
    LEVEL.require("level", level);
    if (column.size() > MOST_GROUPS) {
      throw new InvalidInputException(
          "groups", "must be at most 3 for an exact tail, not " + column.size());
    }
    long tokens = CountEnumeration.finiteTokens(column);
    var own = new BinomialLaw(tokens, column.queryProbability());
    double mean = own.mean();
    double sum = 0;
    for (double j = FastMath.floor(mean); j >= 0; j--) {
      double logMass = own.logMass(j);
      if (logMass < NEGLIGIBLE_LOG_MASS) {
        break;
      }
      sum += FastMath.exp(logMass) * below(column, logits, level, j);
    }
    for (double j = FastMath.floor(mean) + 1; j <= tokens; j++) {
      double logMass = own.logMass(j);
      double tail = below(column, logits, level, j);
      if (logMass < NEGLIGIBLE_LOG_MASS || tail == 0) {
        break;
      }
      sum += FastMath.exp(logMass) * tail;
    }
    return sum;
  }

  /** The same given j tokens with the query's feature. */
  private static double below(QueryColumn column, Vector logits, double level, double own) {
    int first = column.query() == 0 ? 1 : 0;
    int second = column.query() == column.size() - 1 ? column.size() - 2 : column.size() - 1;
    double left = (double) CountEnumeration.finiteTokens(column) - own;
    double scale = logits.get(column.query());
    double w1 = FastMath.exp(logits.get(first) - scale);
    double w2 = FastMath.exp(logits.get(second) - scale);
    double excess = own * (1 - level) / level - left * w2;
    if (first == second || w1 == w2) {
      return excess < 0 ? 1 : 0;
    }
    double mass1 = column.count(first) * column.probability(first);
    var law = new BinomialLaw((long) left, mass1 / (1 - column.queryProbability()));
    double threshold = excess / (w1 - w2);
    return w1 > w2 ? law.above(threshold) : law.atMost(FastMath.ceil(threshold) - 1);
  }

  /**
   * The probability from sampled prompts, for any column with finite prompts, as an interval around
   * the share seen.
   *
   * @param prompts how many, at least 1
   * @param seed equal seeds give equal intervals
   */
  public static BinomialInterval sampled(
      QueryColumn column, Vector logits, double level, int prompts, long seed) {
    column.requireLogits(logits);
    LEVEL.require("level", level);
    column.requireSingles();
    long tokens = CountEnumeration.finiteTokens(column);
    var sampler = new CountSampler(column.probabilities().toArray(), tokens, seed);
    var outcome = new CountOutcome(column, logits.toArray());
    long[] counts = new long[column.size()];
    int hits = 0;
    for (int prompt = 0; prompt < prompts; prompt++) {
      sampler.next(counts);
      outcome.set(counts);
      hits += outcome.attention[column.query()] < level ? 1 : 0;
    }
    return BinomialInterval.of(hits, prompts);
  }
}
