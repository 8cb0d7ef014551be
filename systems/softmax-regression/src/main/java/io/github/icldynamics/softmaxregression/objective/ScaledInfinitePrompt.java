package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import org.hipparchus.util.FastMath;

/**
 * Infinite prompts, labels with {@code C = v I + b 11ᵀ} and any value scale ν. With the shortfall
 * {@code e = 1 − ν a_k}, taken as {@code Σ_{m≠k} a_m − (ν − 1) a_k}, and {@code Q = Σ_{m≠k} a_m²},
 *
 * <pre>
 *   L_k       = ½ v (e² + ν² Q) + ½ b (ν − 1)²
 *   g_k       = π_k v ν a_k (e Σ_{m≠k} a_m + ν Q),   g_n = π_k v ν a_n (ν Q − e a_k − ν a_n)
 *   −∂L_k/∂ν  = v (e a_k − ν Q) − b (ν − 1)
 * </pre>
 *
 * Where a layer follows a large ν with {@code a_k = 1/ν}, what is left of the general form's terms
 * is their rounding; here nothing cancels but what does by nature.
 */
final class ScaledInfinitePrompt {
  private final QueryColumn column;
  private final double variance;
  private final double shared;
  private final double[] attention;
  private double valueDescent;

  ScaledInfinitePrompt(QueryColumn column) {
    this.column = column;
    this.attention = new double[column.size()];
    switch (column.labels().covariance()) {
      case LabelModel.ExchangeableCovariance(double own, double common) -> {
        this.variance = own;
        this.shared = common;
      }
      case LabelModel.IdentityCovariance() -> {
        this.variance = 1;
        this.shared = 0;
      }
      case LabelModel.MatrixCovariance _ ->
          throw new IllegalArgumentException("labels of any covariance have another form");
    }
  }

  /** Whether a column has this form. */
  static boolean fits(QueryColumn column) {
    return column.promptLength() instanceof PromptLength.Infinite
        && !(column.labels().covariance() instanceof LabelModel.MatrixCovariance);
  }

  /** Fills the direction; returns the loss. */
  double descend(double scale, double[] logits, double[] descent) {
    double others = attend(logits);
    double own = attention[column.query()];
    double squares = 0;
    for (int m = 0; m < attention.length; m++) {
      double members = m == column.query() ? 0 : column.count(m);
      squares += members * attention[m] * attention[m];
    }
    double shortfall = others - (scale - 1) * own;
    double factor = column.queryWeight() * variance * scale;
    for (int n = 0; n < descent.length; n++) {
      double pull = scale * squares - shortfall * own - scale * attention[n];
      descent[n] = factor * attention[n] * pull;
    }
    descent[column.query()] = factor * own * (shortfall * others + scale * squares);
    double excess = scale - 1;
    valueDescent =
        column.queryWeight() * (variance * (shortfall * own - scale * squares) - shared * excess);
    return 0.5 * variance * (shortfall * shortfall + scale * scale * squares)
        + 0.5 * shared * excess * excess;
  }

  /** Fills the attention to one member of each group; returns that to all but the query's own. */
  private double attend(double[] logits) {
    double largest = Softmax.largest(logits);
    double total = 0;
    double others = 0;
    for (int m = 0; m < attention.length; m++) {
      attention[m] = column.probability(m) * FastMath.exp(logits[m] - largest);
      double all = column.count(m) * attention[m];
      total += all;
      others += m == column.query() ? 0 : all;
    }
    for (int m = 0; m < attention.length; m++) {
      attention[m] /= total;
    }
    return others / total;
  }

  /** {@code −π_k ∂L_k/∂ν} where the last call of {@code descend} looked. */
  double valueDescent() {
    return valueDescent;
  }
}
