package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import org.hipparchus.util.FastMath;

/**
 * Who leads in a column, the query's own feature or its strongest competitor: functions of the
 * logits that change sign where a phase ends. One from one thread at a time.
 */
public final class Contest {
  private final PopulationEvaluator evaluator;
  private final int query;
  private final int competitor;
  private final double[] descent;

  /** The contest at full double precision. */
  public Contest(QueryColumn column) {
    this(PopulationEvaluator.of(column));
  }

  /** The contest as accurately as an evaluator sees it. */
  Contest(PopulationEvaluator evaluator) {
    var column = evaluator.column();
    this.evaluator = evaluator;
    this.query = column.query();
    this.competitor = column.competitor();
    this.descent = new double[column.size()];
  }

  /** {@code α_k − |β_{k,1}|}. */
  public double leadOfTarget(Vector logits) {
    evaluator.descend(logits.toArray(), descent);
    return descent[query] - FastMath.abs(descent[competitor]);
  }

  /** {@code Attn_k − Attn_1}. */
  public double attentionAdvantage(Vector logits) {
    var attention = evaluator.meanAttention(logits);
    return attention.get(query) - attention.get(competitor);
  }

  /** {@code Attn_k − ½}. */
  public double attentionBeyondHalf(Vector logits) {
    return evaluator.meanAttention(logits).get(query) - 0.5;
  }
}
