package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/**
 * A law that says beforehand at which flow time the error of a query has come down to a value. All
 * of them speak of the paper's setting: Q = 0 at the start, linear labels without noise,
 * orthonormal features, long prompts, small steps.
 */
public sealed interface ErrorLaw {
  /**
   * The flow time at which {@code L_k} comes down to an error.
   *
   * @param error positive, at most {@link #highestError}
   */
  double timeTo(double error);

  /** The largest error that the law speaks of. */
  default double highestError() {
    return 1;
  }

  /** The sharp law of a query, if one is known, and the published bound on it. */
  static List<ErrorLaw> of(LayerPlan layer, QueryColumn column) {
    var plan = layer.plan();
    if (!layer.isPapersSetting()) {
      return List.of();
    }
    var laws = new ArrayList<ErrorLaw>();
    if (column.size() == 2) {
      laws.add(ClosedForm.of(column));
      boundOfAlone(plan, column).ifPresent(laws::add);
    } else if (hasOneDominantFeature(column)) {
      laws.add(WholeTime.of(column));
      laws.add(new TwoTermBound(column.features()));
    }
    return List.copyOf(laws);
  }

  /** The bound on a query against an exchangeable rest; none was stated for one that is rarer. */
  private static Optional<ErrorLaw> boundOfAlone(TrainingPlan plan, QueryColumn column) {
    if (plan.tokenLaw().isBalanced()) {
      return Optional.of(new TwoTermBound(column.features()));
    }
    boolean isDominant = column.queryProbability() * column.features() > 1;
    return isDominant ? Optional.of(new DominantBound()) : Optional.empty();
  }

  private static boolean hasOneDominantFeature(QueryColumn column) {
    int competitor = column.competitor();
    return column.size() == 3
        && column.count(competitor) == 1
        && column.probability(3 - competitor - column.query()) == column.queryProbability()
        && column.probability(competitor) > column.queryProbability();
  }

  /**
   * A query against an exchangeable rest, exact for infinite prompts: with the odds {@code o =
   * Attn_k/(1 − Attn_k)},
   *
   * <pre>  p κ² τ = F(o) − F(o₀),   L = ½ κ/(1 + o)²,   κ = K/(K − 1),   o₀ = p/(1 − p).</pre>
   *
   * @param probability p of the query
   * @param kappa κ
   */
  record ClosedForm(double probability, double kappa) implements ErrorLaw {
    static ClosedForm of(QueryColumn column) {
      return new ClosedForm(column.queryProbability(), column.features() / (column.features() - 1));
    }

    private double initialOdds() {
      return probability / (1 - probability);
    }

    @Override
    public double timeTo(double error) {
      double odds = FastMath.sqrt(kappa / (2 * error)) - 1;
      double growth = FastMath.log(odds / initialOdds());
      return growth > 0
          ? OddsPotential.TRUE.gain(initialOdds(), growth) / (probability * kappa * kappa)
          : 0;
    }

    @Override
    public double highestError() {
      return 0.5 * kappa * (1 - probability) * (1 - probability);
    }
  }

  /**
   * An under-represented query beside one dominant feature, from half attention on, to second
   * order:
   *
   * <pre>  τ/T = 1 + √(2/K) + [4 ln K + h − 43/6 + 3 ln 2 + F(o)]/K,   L = ½/(1 + o)²,
   *   T = (1 − p₁)/p_k²,   h = D + 2 ln D − 1/D,   D = p₁/(1 − p₁).</pre>
   *
   * @param plateau T
   * @param features K
   * @param ratio D
   */
  record WholeTime(double plateau, double features, double ratio) implements ErrorLaw {
    static WholeTime of(QueryColumn column) {
      double p = column.queryProbability();
      double likes = (column.features() - 1) * p;
      double dominant = column.probability(column.competitor());
      return new WholeTime(likes / (p * p), column.features(), dominant / likes);
    }

    @Override
    public double timeTo(double error) {
      double odds = 1 / FastMath.sqrt(2 * error) - 1;
      double imbalance = ratio + 2 * FastMath.log(ratio) - 1 / ratio;
      double second =
          4 * FastMath.log(features)
              + imbalance
              - 43.0 / 6
              + 3 * FastMath.log(2)
              + OddsPotential.TRUE.at(odds);
      return plateau * (1 + FastMath.sqrt(2 / features) + second / features);
    }

    @Override
    public double highestError() {
      return 0.125;
    }
  }

  /** The published bound on the dominant query, its constant taken as 1: {@code ln(ε^−½)/ε}. */
  record DominantBound() implements ErrorLaw {
    @Override
    public double timeTo(double error) {
      return -0.5 * FastMath.log(error) / error;
    }
  }

  /**
   * The two-term bound on the other queries, its constant taken as 1: {@code K² ln K + K ln(K
   * ε^−½)/ε}. Published for under-represented features; recalled for balanced ones.
   *
   * @param features K
   */
  record TwoTermBound(double features) implements ErrorLaw {
    @Override
    public double timeTo(double error) {
      return features * features * FastMath.log(features)
          + features * FastMath.log(features / FastMath.sqrt(error)) / error;
    }
  }
}
