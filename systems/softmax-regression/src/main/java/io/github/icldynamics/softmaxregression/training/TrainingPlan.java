package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.OptionalDouble;

/**
 * Everything that decides a training run of one layer: the population, the method and the goal.
 *
 * @param tokenLaw law of tokens and query
 * @param promptLength N
 * @param labels C and σ²
 * @param method how the logits move
 * @param criterion when a query has converged
 * @param ending when the run is over
 */
public record TrainingPlan(
    TokenLaw tokenLaw,
    PromptLength promptLength,
    LabelModel labels,
    TrainingMethod method,
    Criterion criterion,
    Until ending) {
  /**
   * The same with the paper's criterion.
   *
   * @param epsilon ε, the excess error {@code L_k − L_k*} at which a query has converged; positive
   */
  public TrainingPlan(
      TokenLaw tokenLaw,
      PromptLength promptLength,
      LabelModel labels,
      TrainingMethod method,
      double epsilon,
      Until ending) {
    this(tokenLaw, promptLength, labels, method, new Criterion.Excess(epsilon), ending);
  }

  /** How accurately the method wants its gradients. */
  public LaplaceGrid grid() {
    return LaplaceGrid.ofAccuracy(method.gradientAccuracy());
  }

  /** The law as the query with this feature sees it. */
  public QueryColumn column(long feature) {
    return tokenLaw.column(feature, promptLength, labels);
  }

  /**
   * The last flow time to train a column to.
   *
   * @param slowdown how much slower than in the paper's setting it may be learned
   */
  double horizon(QueryColumn column, Target target, double slowdown) {
    return switch (ending) {
      case Until.AtTime(double tau) -> tau;
      case Until.Convergence(double patience) ->
          Math.min(Until.LONGEST, patience * time(column, target, slowdown));
      case Until.Rest(double patience) ->
          Math.min(Until.LONGEST, patience * time(column, target, slowdown));
    };
  }

  /** The time of the theory, for errors that may begin at less than ½ and be learned slower. */
  private static double time(QueryColumn column, Target target, double slowdown) {
    double p = column.queryWeight() > 0 ? column.queryWeight() : column.queryProbability();
    double scale = slowdown / Math.min(1, 2 * target.initialError());
    return scale * (1 / (p * p) + 1 / (p * target.excess(column)));
  }

  /** To reach a time that is given; else to come down to a value, or to rest if there is none. */
  Goal goal(double horizon, OptionalDouble value) {
    if (ending instanceof Until.AtTime) {
      return new Goal.Reach(horizon);
    }
    return value.isPresent() && ending instanceof Until.Convergence
        ? new Goal.Converge(value.getAsDouble(), horizon)
        : new Goal.Settle(horizon);
  }

  /** The goal of a column by itself: its target, if the error can come down to it. */
  Goal goal(QueryColumn column, Target target, double slowdown) {
    return goal(
        horizon(column, target, slowdown),
        target.isBelowFloor() ? OptionalDouble.empty() : target.error());
  }
}
