package io.github.icldynamics.softmaxregression.law;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.util.FastMath;

/**
 * The law of a token: feature {@code k} with probability {@code p_k}, features counted from 0 in
 * the order of the groups. Equal laws have equal groups.
 */
public final class TokenLaw {
  /** How many features a law may have. */
  public static final Bounds FEATURES =
      Bounds.count(2, FeatureGroup.MOST_FEATURES).saying("must be from 2 to 2^53");

  /** Where the probability of a feature may lie. */
  public static final Bounds PROBABILITY =
      Bounds.open(0, 1).saying("must be greater than 0 and less than 1");

  /** Exponents of Zipf's law. */
  public static final Bounds EXPONENT = Bounds.closed(-50, 50);

  /** Ratios of the geometric law. */
  public static final Bounds RATIO = Bounds.open(0, 1);

  /** Weights that are divided by their sum. */
  public static final Bounds WEIGHT =
      Bounds.closed(Double.MIN_NORMAL, 1e100).saying("must be positive and at most 1e100");

  /** What a probability must not fall below, lest products of probabilities be lost. */
  private static final double LEAST_PROBABILITY = 1e-100;

  private static final double SUM_TOLERANCE = 1e-9;

  /** The most features of a law without groups. */
  private static final long MOST_DISTINCT = 1_000_000;

  private static final Bounds LISTED = Bounds.count(2, MOST_DISTINCT);

  private final List<FeatureGroup> groups;

  /** The first feature of each group, then K: laws may have a million groups to be looked up in. */
  private final long[] starts;

  /**
   * A law.
   *
   * @param groups at least one; counts and probabilities must give 2 to 2⁵³ features whose
   *     probabilities sum to 1 within 10⁻⁹ (they are used as given, never rescaled)
   */
  public TokenLaw(List<FeatureGroup> groups) {
    this.groups = List.copyOf(groups);
    this.starts = starts(this.groups);
    if (features() < 2 || features() > FeatureGroup.MOST_FEATURES) {
      throw new InvalidInputException("", "must have from 2 to 2^53 features, not " + features());
    }
    double sum = 0;
    for (var group : groups) {
      sum += group.count() * group.probability();
    }
    if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new InvalidInputException(
          "",
          "must have a total probability of 1 within 1e-9, not %s, which is %s"
              .formatted(
                  sum,
                  SignificantDigits.of(Math.abs(sum - 1), 2)
                      + (sum < 1 ? " too little" : " too much")));
    }
  }

  /** K features of probability 1/K. */
  public static TokenLaw balanced(long features) {
    FEATURES.require("features", features);
    return new TokenLaw(List.of(new FeatureGroup(1.0 / features, features)));
  }

  /**
   * One dominant feature, number 0, of probability p₁; the others share the rest equally.
   *
   * @param dominant p₁, in (0, 1)
   */
  public static TokenLaw imbalanced(long features, double dominant) {
    FEATURES.require("features", features);
    PROBABILITY.require("dominant", dominant);
    double rest = (1 - dominant) / (features - 1);
    return new TokenLaw(
        List.of(new FeatureGroup(dominant, 1), new FeatureGroup(rest, features - 1)));
  }

  /** {@code p_k ∝ (k + 1)^{−exponent}}, each feature a group of its own. */
  public static TokenLaw zipf(long features, double exponent) {
    requireListed(features);
    EXPONENT.require("exponent", exponent);
    return proportionalTo(features, k -> FastMath.pow(k + 1.0, -exponent));
  }

  /**
   * {@code p_k = ratio^k (1 − ratio)/(1 − ratio^K)}, each feature a group of its own.
   *
   * @param ratio in (0, 1), and so large that no probability is below 10⁻¹⁰⁰
   */
  public static TokenLaw geometric(long features, double ratio) {
    requireListed(features);
    RATIO.require("ratio", ratio);
    double least = FastMath.pow(LEAST_PROBABILITY, 1.0 / (features - 1));
    if (ratio < least) {
      throw new InvalidInputException(
          "ratio", "must be at least " + least + " for so many features, not " + ratio);
    }
    return proportionalTo(features, k -> FastMath.pow(ratio, (double) k));
  }

  private static void requireListed(long features) {
    FEATURES.require("features", features);
    LISTED.require("features", features);
  }

  /**
   * Feature k with a probability proportional to {@code weights[k]}, each a group of its own.
   *
   * @param weights positive; none less than 10⁻¹⁰⁰ of their sum
   */
  public static TokenLaw ofWeights(double... weights) {
    LISTED.require("", (long) weights.length);
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      WEIGHT.require("[" + k + "]", weights[k]);
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] < LEAST_PROBABILITY * sum) {
        throw new InvalidInputException(
            "[" + k + "]", "must be at least 1e-100 of the sum " + sum + ", not " + weights[k]);
      }
    }
    return proportionalTo(weights.length, k -> weights[k]);
  }

  /** Smallest first: sums of falling weights lose least that way. */
  private static TokenLaw proportionalTo(long features, IntToDoubleFunction weight) {
    double[] weights = new double[(int) features];
    double sum = 0;
    for (int k = weights.length - 1; k >= 0; k--) {
      weights[k] = weight.applyAsDouble(k);
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return of(weights);
  }

  /** Feature k with probability {@code probabilities[k]}, each feature a group of its own. */
  public static TokenLaw of(double... probabilities) {
    var groups = new ArrayList<FeatureGroup>(probabilities.length);
    for (int k = 0; k < probabilities.length; k++) {
      PROBABILITY.require("[" + k + "]", probabilities[k]);
      groups.add(new FeatureGroup(probabilities[k], 1));
    }
    return new TokenLaw(groups);
  }

  private static long[] starts(List<FeatureGroup> groups) {
    long[] starts = new long[groups.size() + 1];
    for (int group = 0; group < groups.size(); group++) {
      long next = starts[group] + groups.get(group).count();
      starts[group + 1] = Math.min(next, FeatureGroup.MOST_FEATURES + 1);
    }
    return starts;
  }

  /** Features of one probability, group by group. */
  public List<FeatureGroup> groups() {
    return groups;
  }

  /** The number K of features. */
  public long features() {
    return starts[groups.size()];
  }

  /** The first feature of group number {@code group}. */
  public long firstFeature(int group) {
    return starts[group];
  }

  /**
   * The number of the group that holds a feature.
   *
   * @param feature from 0 to K − 1
   */
  public int groupOf(long feature) {
    if (feature < 0 || feature >= features()) {
      throw new InvalidInputException(
          "query", "must be from 0 to " + (features() - 1) + ", not " + feature);
    }
    int found = Arrays.binarySearch(starts, feature);
    return found >= 0 ? found : -found - 2;
  }

  /** The probability of a feature. */
  public double probability(long feature) {
    return groups.get(groupOf(feature)).probability();
  }

  /** Whether all features have the same probability. */
  public boolean isBalanced() {
    return groups.stream().allMatch(g -> g.probability() == groups.get(0).probability());
  }

  /** The same law with every feature a group of its own, for labels that tell them apart. */
  public TokenLaw listedSingly() {
    if (features() > MOST_DISTINCT) {
      throw new InvalidInputException(
          "features", "must be at most 1000000 to be told apart, not " + features());
    }
    return new TokenLaw(groups.stream().flatMap(group -> group.singles().stream()).toList());
  }

  /** The number of the group with the most probable features, the first of them if several tie. */
  public int mostProbableGroup() {
    int best = 0;
    for (int group = 1; group < groups.size(); group++) {
      if (groups.get(group).probability() > groups.get(best).probability()) {
        best = group;
      }
    }
    return best;
  }

  /** The law as the query with this feature sees it. */
  public QueryColumn column(long feature, PromptLength promptLength, LabelModel labels) {
    int own = groupOf(feature);
    var split = new ArrayList<>(groups.subList(0, own));
    var group = groups.get(own);
    split.add(new FeatureGroup(group.probability(), 1));
    if (group.count() > 1) {
      split.add(new FeatureGroup(group.probability(), group.count() - 1));
    }
    split.addAll(groups.subList(own + 1, groups.size()));
    return new QueryColumn(split, own, promptLength, labels);
  }

  /**
   * Where a feature is found in the column of a query: {@link #column} splits the query's own group
   * into the query and the others.
   */
  public int groupInColumn(long query, long feature) {
    int own = groupOf(query);
    int group = groupOf(feature);
    return feature == query ? own : groupOfOther(own, group);
  }

  /** Where the other members of a group are found in the column of a query of group {@code own}. */
  public int groupOfOther(int own, int group) {
    boolean split = groups.get(own).count() > 1;
    return split && group >= own ? group + 1 : group;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenLaw law && groups.equals(law.groups);
  }

  @Override
  public int hashCode() {
    return groups.hashCode();
  }

  @Override
  public String toString() {
    return "TokenLaw" + groups;
  }
}
