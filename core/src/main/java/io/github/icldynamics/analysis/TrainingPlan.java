package io.github.icldynamics.analysis;

import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.QueryColumn;
import io.github.icldynamics.prompt.TokenLaw;
import io.github.icldynamics.training.TrainingMethod;
import java.util.OptionalDouble;

/**
 * Everything that decides a training run of one layer: the population, the method and the goal.
 *
 * @param tokenLaw law of tokens and query
 * @param promptLength N
 * @param labels C and σ²
 * @param method how the logits move, from Q = 0
 * @param epsilon ε, the excess error {@code L_k − L_k*} at which a query has converged; positive
 * @param until flow time to train to, converged or not; empty: until every query has converged
 */
public record TrainingPlan(
    TokenLaw tokenLaw,
    PromptLength promptLength,
    LabelModel labels,
    TrainingMethod method,
    double epsilon,
    OptionalDouble until) {
  /** Times the slowest time scale of the theory that a run without a given end may take. */
  private static final double PATIENCE = 1e3;

  /** Far beyond any dynamics, and far enough from overflow to be divided by a learning rate. */
  private static final double LONGEST = 1e200;

  public TrainingPlan {
    if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException("epsilon", "must be positive and finite, not " + epsilon);
    }
    until.ifPresent(TrainingPlan::requireTime);
  }

  private static void requireTime(double tau) {
    if (!(tau >= 0 && tau <= LONGEST)) {
      throw new InvalidInputException(
          "until", "must be auto or a time from 0 to 1e200, not " + tau);
    }
  }

  /** The law as the query with this feature sees it. */
  public QueryColumn column(long feature) {
    return tokenLaw.column(feature, promptLength, labels);
  }

  /**
   * The time to train a column for: as given, else far beyond {@code 1/p_k² + 1/(p_k ε)}, the
   * plateau and the convergence of the theory.
   */
  double horizon(QueryColumn column) {
    double p = column.queryProbability();
    return until.orElse(Math.min(LONGEST, PATIENCE * (1 / (p * p) + 1 / (p * epsilon))));
  }
}
