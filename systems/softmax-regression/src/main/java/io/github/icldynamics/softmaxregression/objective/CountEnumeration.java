package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.QueryColumn;

/** First witness: the average over every vector of counts, for small cases. */
public final class CountEnumeration {
  private static final double MOST_PROMPTS = 2e7;

  /** 2^N must be a double: unnormalised masses grow so far on the way. */
  private static final long MOST_TOKENS = 1000;

  /** One call deep each. */
  private static final int MOST_FEATURES = 1000;

  private final double[] probabilities;
  private final CountOutcome outcome;
  private final long[] counts;
  private final double[] descent;
  private final double[] attention;
  private double loss;

  private CountEnumeration(QueryColumn column, Vector logits) {
    this.probabilities = column.probabilities().toArray();
    this.outcome = new CountOutcome(column, logits.toArray());
    this.counts = new long[column.size()];
    this.descent = new double[column.size()];
    this.attention = new double[column.size()];
  }

  /**
   * Loss, negative gradient and mean attention by enumeration.
   *
   * @param column with groups of one member each and a finite prompt length
   * @throws InvalidInputException if there are more than 2·10⁷ count vectors, 1000 tokens or 1000
   *     features
   */
  public static PopulationValue evaluate(QueryColumn column, Vector logits) {
    column.requireLogits(logits);
    column.requireSingles();
    long tokens = finiteTokens(column);
    if (tokens > MOST_TOKENS
        || column.size() > MOST_FEATURES
        || numberOfCountVectors((double) tokens, column.size()) > MOST_PROMPTS) {
      throw new InvalidInputException(
          "promptLength",
          "must be at most 1000, with at most 1000 features and 2e7 vectors of counts, not "
              + tokens);
    }
    var enumeration = new CountEnumeration(column, logits);
    enumeration.visit(0, tokens, 1);
    return enumeration.value(column.queryWeight());
  }

  static long finiteTokens(QueryColumn column) {
    return switch (column.promptLength()) {
      case PromptLength.Finite(long tokens) -> tokens;
      case PromptLength.Infinite() ->
          throw new InvalidInputException("promptLength", "must be finite here, not inf");
    };
  }

  private static double numberOfCountVectors(double tokens, int features) {
    double number = 1;
    for (int i = 1; i < features; i++) {
      number *= (tokens + i) / i;
    }
    return number;
  }

  /** Gives features from {@code feature} on all ways to share {@code left} tokens. */
  private void visit(int feature, long left, double mass) {
    if (feature == counts.length - 1) {
      counts[feature] = left;
      add(mass * power(probabilities[feature], left));
      return;
    }
    double choose = mass;
    for (long count = 0; count <= left; count++) {
      counts[feature] = count;
      visit(feature + 1, left - count, choose);
      choose *= probabilities[feature] * (left - count) / (count + 1.0);
    }
  }

  private static double power(double base, long exponent) {
    double power = 1;
    for (long i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  private void add(double mass) {
    outcome.set(counts);
    loss += mass * outcome.loss;
    for (int n = 0; n < counts.length; n++) {
      descent[n] += mass * outcome.descent[n];
      attention[n] += mass * outcome.attention[n];
    }
  }

  private PopulationValue value(double queryProbability) {
    for (int n = 0; n < descent.length; n++) {
      descent[n] *= queryProbability;
    }
    return new PopulationValue(loss, Vector.of(descent), Vector.of(attention));
  }
}
