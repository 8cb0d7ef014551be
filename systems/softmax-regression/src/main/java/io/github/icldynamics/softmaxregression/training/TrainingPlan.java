package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import java.util.Optional;

/**
 * Everything that decides a training run of one layer: the population, the method and the goal.
 *
 * @param tokenLaw law of tokens and query
 * @param promptLength N
 * @param labels C and σ²
 * @param method how the logits move
 * @param epsilon ε, the excess error {@code L_k − L_k*} at which a query has converged; positive
 * @param ending when the run is over
 */
public record TrainingPlan(
    TokenLaw tokenLaw,
    PromptLength promptLength,
    LabelModel labels,
    TrainingMethod method,
    double epsilon,
    Until ending) {
  public TrainingPlan {
    if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException("epsilon", "must be positive and finite, not " + epsilon);
    }
  }

  /** How accurately the method wants its gradients. */
  public LaplaceGrid grid() {
    return LaplaceGrid.ofAccuracy(method.gradientAccuracy());
  }

  /** The law as the query with this feature sees it. */
  public QueryColumn column(long feature) {
    return tokenLaw.column(feature, promptLength, labels);
  }

  /** The last flow time to train a column to. */
  double horizon(QueryColumn column) {
    double p = column.queryWeight() > 0 ? column.queryWeight() : column.queryProbability();
    return switch (ending) {
      case Until.AtTime(double tau) -> tau;
      case Until.Convergence(double patience) ->
          Math.min(Until.LONGEST, patience * (1 / (p * p) + 1 / (p * epsilon)));
    };
  }

  /** To reach a time that is given; else to come down to a value, or to rest if there is none. */
  Goal goal(double horizon, Optional<Double> value) {
    return ending instanceof Until.AtTime
        ? new Goal.Reach(horizon)
        : value
            .<Goal>map(least -> new Goal.Converge(least, horizon))
            .orElseGet(() -> new Goal.Settle(horizon));
  }

  /** The goal of a column by itself: ε above its least error, where that is defined. */
  Goal goal(QueryColumn column, Optional<ErrorFloor> floor) {
    return goal(horizon(column), floor.map(least -> least.value() + epsilon));
  }
}
