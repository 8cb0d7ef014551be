package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.descent.LeastLoss;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/**
 * The least error any logits can reach, {@code L_k* = inf_Q L_k}. In the paper's setting only
 * prompts without feature k still err as {@code A_k → ∞}, and there the best the rest can do is to
 * spread out,
 *
 * <pre>  L_k* = ½ v (1 − p_k)^N (1 + R),   R = min_B E[Σ_{m≠k} Attn_m² | c_k = 0],</pre>
 *
 * v what features do not share of their labels, 1 in the paper. With infinite prompts it is 0,
 * whatever the labels. With noise, labels of any covariance or a value scale that is not 1 it is
 * found by minimisation.
 *
 * @param logarithm {@code ln L_k*}, −∞ where it is 0; L_k* itself underflows for long prompts
 * @param by how it was obtained
 */
public record ErrorFloor(double logarithm, Origin by) {
  /** How a floor was obtained. */
  public enum Origin {
    /** By the formula above, or because it is 0. */
    FORMULA("formula"),
    /** By minimisation; no finite logits have it. */
    LIMIT("limit"),
    /** By minimisation; finite logits have it. */
    MINIMISATION("minimisation");

    private final String title;

    Origin(String title) {
      this.title = title;
    }

    /** The word for it. */
    public String title() {
      return title;
    }
  }

  /** Why a floor is missing, if it is. */
  public static final String NOT_COMPUTED =
      "not computed, because no formula is known and more than "
          + LeastLoss.MOST_WEIGHTS
          + " weights ("
          + FloorSearch.MOST_WITH_MATRIX
          + " where labels have a matrix) are too many to minimise over";

  /** Below this, R is not refined: L_k* is then known to better than a factor of 2. */
  private static final double NEGLIGIBLE_LOGARITHM = -300;

  /** Relative size of the gradient at which the minimisation ends; R's error is its square. */
  private static final double STATIONARY = 1e-8;

  private static final int MOST_ITERATIONS = 2000;

  /** A feature expected so often is missing in one prompt of e^100. */
  private static final double SURE = 100;

  /**
   * The floor of a column.
   *
   * @throws InvalidInputException if it is not computed
   */
  public static ErrorFloor of(QueryColumn column) {
    return find(column)
        .orElseThrow(() -> new InvalidInputException("tokenLaw", "has a floor " + NOT_COMPUTED));
  }

  /** The floor of a column, if it can be computed. */
  public static Optional<ErrorFloor> find(QueryColumn column) {
    return find(column, new Coupling.Orthonormal());
  }

  /**
   * The same over the logits that the features' Gram matrix leaves possible: where it is singular,
   * logits lie in its range.
   */
  public static Optional<ErrorFloor> find(QueryColumn column, Coupling coupling) {
    double variance = sharedOut(column.labels());
    if (isFree(coupling) && column.valueScale() == 1) {
      if (column.promptLength() instanceof PromptLength.Infinite) {
        return Optional.of(new ErrorFloor(Double.NEGATIVE_INFINITY, Origin.FORMULA));
      }
      if (column.labels().noiseVariance() == 0 && !Double.isNaN(variance)) {
        return Optional.of(byFormula(column, variance));
      }
    }
    return FloorSearch.of(column, coupling).map(ErrorFloor::found);
  }

  /**
   * The floors of the columns of a layer whose value scale is trained: what each errs where the
   * layer as a whole errs least. No floor of a single query would be one for all at once.
   *
   * @param columns one for each group of exchangeable queries
   * @param weights π_k times the number of queries that share the column
   */
  public static Optional<List<ErrorFloor>> ofTrainedScale(
      List<QueryColumn> columns, double[] weights, Coupling coupling) {
    boolean isInfinite =
        columns.stream().allMatch(c -> c.promptLength() instanceof PromptLength.Infinite);
    return isInfinite && isFree(coupling)
        ? Optional.of(
            Collections.nCopies(
                columns.size(), new ErrorFloor(Double.NEGATIVE_INFINITY, Origin.FORMULA)))
        : FloorSearch.withTrainedScale(columns, weights, coupling)
            .map(all -> all.stream().map(ErrorFloor::found).toList());
  }

  private static ErrorFloor found(LeastLoss least) {
    double value = FastMath.max(least.value(), 0);
    return new ErrorFloor(
        FastMath.log(value), least.attained() ? Origin.MINIMISATION : Origin.LIMIT);
  }

  /** Whether the features are linearly independent, so that any logits are possible. */
  private static boolean isFree(Coupling coupling) {
    return !(coupling instanceof Coupling.Gram(var gram) && !gram.spectrum().isDefinite());
  }

  /** {@code L_k*}, 0 where it underflows. */
  public double value() {
    return FastMath.exp(logarithm);
  }

  /** v where {@code D_ml = v (1 + δ_ml)}, NaN for other labels. */
  private static double sharedOut(LabelModel labels) {
    return switch (labels.covariance()) {
      case LabelModel.IdentityCovariance() -> 1;
      case LabelModel.ExchangeableCovariance(double variance, _) -> variance;
      case LabelModel.MatrixCovariance _ -> Double.NaN;
    };
  }

  private static ErrorFloor byFormula(QueryColumn column, double variance) {
    double tokens = tokens(column.promptLength());
    double absence = tokens * FastMath.log1p(-column.queryProbability());
    double spread =
        leastSpread(column, tokens, absence < NEGLIGIBLE_LOGARITHM ? 0 : MOST_ITERATIONS);
    return new ErrorFloor(absence + FastMath.log(0.5 * variance * (1 + spread)), Origin.FORMULA);
  }

  private static double tokens(PromptLength length) {
    return switch (length) {
      case PromptLength.Finite(long tokens) -> (double) tokens;
      case PromptLength.Infinite() -> Double.POSITIVE_INFINITY;
    };
  }

  /**
   * R. At the minimum {@code E[a_n²] = E[a_n Σ a_m²]} for all n; moving each {@code B_n} by the
   * logarithm of the ratio is exact in one step for infinite prompts.
   */
  private static double leastSpread(QueryColumn column, double tokens, int mostIterations) {
    if (column.size() == 2) {
      double others = column.count(1 - column.query());
      return 1 / others + (1 - 1 / others) / tokens;
    }
    var attention = SquaredAttention.withoutQuery(column, tokens, LaplaceGrid.fullAccuracy());
    double least = leastSpread(attention, attention.equalisingLogits(), mostIterations);
    // Weights inverse to the probabilities are no start for prompts that show hardly any feature:
    // there they lie on a plateau far from the minimum, and too flat to be left.
    double[] alike = new double[column.size() - 1];
    return isSparse(column, tokens)
        ? Math.min(least, leastSpread(attention, alike, mostIterations))
        : least;
  }

  /** Whether a prompt is not sure to show each feature. */
  private static boolean isSparse(QueryColumn column, double tokens) {
    double rarest = 1;
    for (int m = 0; m < column.size(); m++) {
      rarest = Math.min(rarest, column.probability(m));
    }
    return tokens * rarest < SURE;
  }

  private static double leastSpread(
      SquaredAttention attention, double[] logits, int mostIterations) {
    double least = attention.evaluate(logits);
    for (int iteration = 0; iteration < mostIterations; iteration++) {
      if (attention.gradientRatio() < STATIONARY) {
        break;
      }
      attention.equalise(logits);
      least = Math.min(least, attention.evaluate(logits));
    }
    return least;
  }
}
