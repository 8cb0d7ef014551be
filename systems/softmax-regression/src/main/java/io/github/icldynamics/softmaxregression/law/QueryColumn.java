package io.github.icldynamics.softmaxregression.law;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A token law as one query sees it: all that the loss {@code L_k} is a function of, besides the
 * logits {@code s_m = v_mᵀ Q v_k} of column k.
 *
 * @param groups G ≥ 1 groups of exchangeable features
 * @param query the number of the query's group, which has one member
 * @param promptLength N
 * @param labels C and σ²; a covariance other than the identity needs groups of one member
 * @param queryWeight π_k, how often this query is asked; p_k where the query has the tokens' law
 * @param valueScale ν, 1 in the paper; within ±10⁶
 */
public record QueryColumn(
    List<FeatureGroup> groups,
    int query,
    PromptLength promptLength,
    LabelModel labels,
    double queryWeight,
    double valueScale) {
  /** Logits beyond this are refused: a run that produces them has diverged. */
  public static final double LARGEST_LOGIT = 1e6;

  /** What a value scale may be. */
  public static final Bounds VALUE_SCALES = Bounds.closed(-LARGEST_LOGIT, LARGEST_LOGIT);

  private static final Bounds WEIGHT = Bounds.closed(0, 1);
  private static final long MOST_EXPANDED = 100_000;

  public QueryColumn {
    groups = new TokenLaw(groups).groups();
    if (query < 0 || query >= groups.size()) {
      throw new InvalidInputException(
          "query", "must be from 0 to " + (groups.size() - 1) + ", not " + query);
    }
    if (groups.get(query).count() != 1) {
      throw new InvalidInputException(
          "query", "must be a group of multiplicity 1, not " + groups.get(query).count());
    }
    if (labels.covariance() instanceof LabelModel.MatrixCovariance(var matrix)) {
      requireOneRowEach(groups, matrix.size());
    }
    WEIGHT.require("queryWeight", queryWeight);
    VALUE_SCALES.require("valueScale", valueScale);
  }

  /** A column of the paper's layer: the query has the tokens' law, and {@code ν = 1}. */
  public QueryColumn(
      List<FeatureGroup> groups, int query, PromptLength promptLength, LabelModel labels) {
    this(
        groups,
        query,
        promptLength,
        labels,
        query >= 0 && query < groups.size() ? groups.get(query).probability() : 0,
        1);
  }

  /** The same column asked with another probability. */
  public QueryColumn withQueryWeight(double weight) {
    return new QueryColumn(groups, query, promptLength, labels, weight, valueScale);
  }

  /** The same column on prompts of another length. */
  public QueryColumn withPromptLength(PromptLength length) {
    return new QueryColumn(groups, query, length, labels, queryWeight, valueScale);
  }

  /** The same column of a layer with another value scale. */
  public QueryColumn withValueScale(double scale) {
    return new QueryColumn(groups, query, promptLength, labels, queryWeight, scale);
  }

  private static void requireOneRowEach(List<FeatureGroup> groups, int size) {
    if (size != groups.size()) {
      throw new InvalidInputException(
          "covariance",
          "must have one row for each of the "
              + groups.size()
              + " features (groups with several members need the identity), not "
              + size);
    }
    for (var group : groups) {
      if (group.count() != 1) {
        throw new InvalidInputException(
            "covariance",
            "must be the identity for groups with several members, and one has " + group.count());
      }
    }
  }

  /** The number of groups, hence of logits. */
  public int size() {
    return groups.size();
  }

  /** The probability p_k that a token shows the query's feature. */
  public double queryProbability() {
    return groups.get(query).probability();
  }

  public double probability(int group) {
    return groups.get(group).probability();
  }

  /** The number of members of a group, exactly. */
  public double count(int group) {
    return groups.get(group).count();
  }

  /** The probability of one member of each group. */
  public Vector probabilities() {
    return Vector.of(groups.stream().mapToDouble(FeatureGroup::probability).toArray());
  }

  /** The number of members of each group, exactly. */
  public Vector counts() {
    return Vector.of(groups.stream().mapToDouble(FeatureGroup::count).toArray());
  }

  /**
   * The group that competes most with the query: the most probable of the others, the first of them
   * if several tie; the query itself if there is no other.
   */
  public int competitor() {
    int best = query;
    for (int group = 0; group < groups.size(); group++) {
      boolean better = best == query || probability(group) > probability(best);
      if (group != query && better) {
        best = group;
      }
    }
    return best;
  }

  /** How many features are more frequent than those of a group, plus 1. */
  public long rank(int group) {
    long before = 0;
    for (int other = 0; other < groups.size(); other++) {
      before += probability(other) > probability(group) ? groups.get(other).count() : 0;
    }
    return before + 1;
  }

  /** The number K of features. */
  public double features() {
    return groups.stream().mapToLong(FeatureGroup::count).sum();
  }

  /** The same column with every feature a group of its own, in the order of the groups. */
  public QueryColumn expanded() {
    var features = new ArrayList<FeatureGroup>();
    int position = 0;
    for (int group = 0; group < groups.size(); group++) {
      if (features.size() + groups.get(group).count() > MOST_EXPANDED) {
        throw new InvalidInputException("features", "must be at most 100000 to be listed singly");
      }
      position = group == query ? features.size() : position;
      features.addAll(groups.get(group).singles());
    }
    return new QueryColumn(features, position, promptLength, labels, queryWeight, valueScale);
  }

  /** One logit a feature from one logit a group, in the order of {@link #expanded}. */
  public Vector expand(Vector perGroup) {
    requireLogits(perGroup);
    double[] values = new double[expanded().size()];
    int next = 0;
    for (int group = 0; group < groups.size(); group++) {
      int first = next;
      next += (int) groups.get(group).count();
      Arrays.fill(values, first, next, perGroup.get(group));
    }
    return Vector.of(values);
  }

  /** Checks that every group has one member, for whoever looks at features one by one. */
  public void requireSingles() {
    if (groups.stream().anyMatch(group -> group.count() != 1)) {
      throw new InvalidInputException("multiplicities", "must all be 1 here: expand the column");
    }
  }

  /** Checks that there is one usable logit a group. */
  public void requireLogits(Vector logits) {
    if (logits.size() != size()) {
      throw new InvalidInputException(
          "logits",
          "must have one entry for each of the " + size() + " groups, not " + logits.size());
    }
    for (int group = 0; group < size(); group++) {
      if (!(Math.abs(logits.get(group)) <= LARGEST_LOGIT)) {
        throw new InvalidInputException(
            "logits[" + group + "]", "must lie in [-1e6, 1e6], not " + logits.get(group));
      }
    }
  }
}
