package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * The exact gradient of one query's column on a curriculum of infinite prompts: each shows a random
 * set of m features, the query's and m − 1 of the others, all sets equally likely, with the token
 * law conditioned on the set. m grows with what is learned,
 *
 * <pre>  m = min(K, 1 + ⌊2 (p_k/p_n) e^{A − B} + ½⌋),</pre>
 *
 * so that about a third of the attention is on the query's feature, where the gradient is largest;
 * n is one of the many other features that share a logit B. How often the query is asked stays as
 * it is. The loss is that of prompts with all features.
 */
public final class CurriculumObjective extends ColumnObjective {
  private static final int NONE = -1;

  private final int query;
  private final int many;
  private final int single;
  private final double features;
  private final double[] weights;

  /**
   * @param column with infinite prompts, labels {@code C = I}, and at most one feature that is
   *     neither the query's nor one of a group
   */
  public CurriculumObjective(QueryColumn column) {
    super(column);
    requirePapersPrompts(column);
    this.query = column.query();
    this.many = largestOther(column);
    this.single = column.size() == 3 ? 3 - query - many : NONE;
    this.features = column.features();
    this.weights = new double[column.size()];
    if (column.size() > 3 || (single != NONE && column.count(single) != 1)) {
      throw new InvalidInputException(
          "groups", "must be the query, one group of others, and at most one feature more");
    }
  }

  private static void requirePapersPrompts(QueryColumn column) {
    if (!(column.promptLength() instanceof PromptLength.Infinite)) {
      throw new InvalidInputException("promptLength", "must be inf for a curriculum");
    }
    if (!(column.labels().covariance() instanceof LabelModel.IdentityCovariance)
        || column.valueScale() != 1) {
      throw new InvalidInputException("covariance", "must be the identity, with a value scale 1");
    }
    if (column.size() < 2) {
      throw new InvalidInputException("groups", "must be at least two for a curriculum");
    }
  }

  private static int largestOther(QueryColumn column) {
    int best = column.query() == 0 ? 1 : 0;
    for (int group = 0; group < column.size(); group++) {
      if (group != column.query() && column.count(group) >= column.count(best)) {
        best = group;
      }
    }
    return best;
  }

  /** The number m of features in a prompt. */
  public double promptFeatures(double[] state) {
    double odds = column.queryProbability() / column.probability(many);
    double grown = 1 + FastMath.floor(2 * odds * FastMath.exp(state[query] - state[many]) + 0.5);
    return FastMath.max(2, FastMath.min(features, grown));
  }

  @Override
  public double descend(double tau, double[] state, double[] direction) {
    double loss = super.descend(tau, state, direction);
    double shown = promptFeatures(state);
    if (shown < features) {
      descendOnSets(shown, state, direction);
    }
    return loss;
  }

  private void descendOnSets(double shown, double[] state, double[] direction) {
    Arrays.fill(direction, 0);
    weigh(state);
    double share = single == NONE ? 0 : (shown - 1) / (features - 1);
    add(1 - share, 0, shown - 1, direction);
    if (single != NONE) {
      add(share, 1, shown - 2, direction);
    }
  }

  private void weigh(double[] state) {
    double largest = Softmax.largest(state);
    for (int group = 0; group < weights.length; group++) {
      weights[group] = column.probability(group) * FastMath.exp(state[group] - largest);
    }
  }

  /**
   * Adds the directions of the sets with so many single and other features, {@code β_n = π_k a_n (Q
   * − a_k S − a_n)}: each of the many is in a part of these sets only.
   *
   * @param share of these sets among all
   */
  private void add(double share, double singles, double members, double[] direction) {
    double singleWeight = single == NONE ? 0 : weights[single];
    double total = weights[query] + singles * singleWeight + members * weights[many];
    double own = weights[query] / total;
    double alone = singleWeight / total;
    double each = weights[many] / total;
    double others = singles * alone + members * each;
    double squares = singles * alone * alone + members * each * each;
    double common = squares - own * others;
    double scale = share * column.queryWeight();
    direction[query] += scale * own * (squares + others * others);
    direction[many] += scale * members / column.count(many) * each * (common - each);
    if (single != NONE) {
      direction[single] += scale * singles * alone * (common - alone);
    }
  }
}
