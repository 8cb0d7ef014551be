package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.Invariance;
import io.github.icldynamics.descent.Watch;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.law.ChangingLaw;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.ChangingObjective;
import io.github.icldynamics.softmaxregression.objective.Coupling;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.softmaxregression.objective.LayerObjective;
import io.github.icldynamics.softmaxregression.objective.StochasticDescent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A training plan with any of the paper's assumptions broken.
 *
 * @param plan the population, the method and the goal; its token law is that at τ = 0
 * @param coupling the Gram matrix of the features, I in the paper
 * @param queryLaw how often each feature is queried, where it is not the tokens' law; with groups
 *     of the same sizes
 * @param change how the token law changes in time, if it does
 * @param initial S at τ = 0
 * @param valueScale ν at τ = 0, 1 in the paper
 * @param trainsValueScale whether ν is trained with Q
 */
public record LayerPlan(
    TrainingPlan plan,
    Coupling coupling,
    Optional<TokenLaw> queryLaw,
    Optional<ChangingLaw> change,
    InitialLogits initial,
    double valueScale,
    boolean trainsValueScale) {
  public LayerPlan {
    boolean coupled = isCoupled(plan, coupling, trainsValueScale);
    boolean sampled = plan.method() instanceof StochasticDescent;
    if (change.isPresent() && (coupled || sampled)) {
      throw new InvalidInputException(
          "change",
          "must be none where columns are coupled or prompts sampled (features.gram,"
              + " valueScale.trained, methods normalized and sgd)");
    }
    if (sampled && coupled) {
      throw new InvalidInputException(
          "method", "must be another than sgd where columns are coupled, not sgd");
    }
    if (change.isPresent() && !(plan.ending() instanceof Until.AtTime)) {
      throw new InvalidInputException(
          "until", "must be a time where the token law changes, not auto");
    }
    if (!(coupling instanceof Coupling.Orthonormal)
        && plan.method().invariance() == Invariance.COORDINATES) {
      throw new InvalidInputException(
          "method",
          "must be one that does not depend on the basis of Q where the features are correlated");
    }
    queryLaw.ifPresent(asked -> requireSameSizes(plan.tokenLaw(), asked));
  }

  private static void requireSameSizes(TokenLaw tokens, TokenLaw queries) {
    boolean same = tokens.groups().size() == queries.groups().size();
    for (int group = 0; same && group < tokens.groups().size(); group++) {
      same = tokens.groups().get(group).count() == queries.groups().get(group).count();
    }
    if (!same) {
      throw new InvalidInputException(
          "queryLaw", "must have groups of the same sizes as the token law");
    }
  }

  /** The paper's setting. */
  public static LayerPlan of(TrainingPlan plan) {
    return new LayerPlan(
        plan,
        new Coupling.Orthonormal(),
        Optional.empty(),
        Optional.empty(),
        new InitialLogits.Zero(),
        1,
        false);
  }

  private static boolean isCoupled(TrainingPlan plan, Coupling coupling, boolean trainsValueScale) {
    return trainsValueScale
        || !(coupling instanceof Coupling.Orthonormal)
        || plan.method().invariance() == Invariance.WHOLE_LAYER;
  }

  /** Whether the columns move together, so that all of them must be trained at once. */
  public boolean isCoupled() {
    return isCoupled(plan, coupling, trainsValueScale);
  }

  /** Whether the least error L_k* is defined: in the paper's setting, with any query law. */
  public boolean hasFloor() {
    return plan.labels().isLinear()
        && coupling instanceof Coupling.Orthonormal
        && change.isEmpty()
        && valueScale == 1
        && !trainsValueScale;
  }

  /** The column of a query at τ = 0. */
  public QueryColumn column(long query) {
    var column = plan.column(query).withValueScale(valueScale);
    return queryLaw.map(law -> column.withQueryWeight(law.probability(query))).orElse(column);
  }

  /** Trains the column of one query, if columns are not coupled. */
  public ColumnRun train(long query) {
    return train(query, Watch.none());
  }

  /**
   * The same, watched.
   *
   * @param watch told the query's error
   */
  public ColumnRun train(long query, Watch watch) {
    if (isCoupled()) {
      throw new IllegalStateException("coupled columns are trained together");
    }
    var column = column(query);
    var start = initial.column(column, query);
    var floor = floor(column);
    var goal = plan.goal(column, floor);
    var trajectory =
        change
            .map(law -> follow(new ChangingObjective(column, law), start, goal, watch))
            .orElseGet(() -> ColumnTrajectory.train(plan.method(), column, start, goal, watch));
    return ColumnRun.of(plan, query, floor, trajectory, change.isEmpty());
  }

  private ColumnTrajectory follow(
      ChangingObjective objective, Vector start, Goal goal, Watch watch) {
    var trajectory = plan.method().follow(watch.over(objective), start, goal);
    return new ColumnTrajectory(objective, trajectory, 0);
  }

  private Optional<ErrorFloor> floor(QueryColumn column) {
    return hasFloor() ? Optional.of(ErrorFloor.of(column)) : Optional.empty();
  }

  /** Trains the whole layer, and gives the columns of some queries. */
  public List<ColumnRun> trainTogether(List<Long> queries) {
    return trainTogether(queries, Watch.none());
  }

  /**
   * The same, watched.
   *
   * @param watch told the greatest excess error of a query
   */
  public List<ColumnRun> trainTogether(List<Long> queries, Watch watch) {
    var law = plan.tokenLaw();
    var columns = new ArrayList<QueryColumn>();
    var start = new ArrayList<Double>();
    double[] targets = new double[law.groups().size()];
    double horizon = 0;
    for (int group = 0; group < targets.length; group++) {
      var column = column(law.firstFeature(group));
      columns.add(column);
      for (double logit : initial.column(column, law.firstFeature(group)).toArray()) {
        start.add(logit);
      }
      targets[group] = floor(column).map(ErrorFloor::value).orElse(0.0) + plan.epsilon();
      horizon = Math.max(horizon, plan.horizon(column));
    }
    if (trainsValueScale) {
      start.add(valueScale);
    }
    var objective =
        new LayerObjective(
            law, columns, coupling, trainsValueScale, Vector.of(targets), plan.grid());
    var goal = plan.goal(horizon, hasFloor() ? Optional.of(0.0) : Optional.empty());
    // The objective's value is what is above ε.
    Watch excess = (tau, above) -> watch.at(tau, above + plan.epsilon());
    var trajectory = plan.method().follow(excess.over(objective), Vector.copyOf(start), goal);
    return queries.stream()
        .map(
            query ->
                ColumnRun.of(
                    plan,
                    query,
                    floor(column(query)),
                    new ColumnTrajectory(objective, trajectory, law.groupOf(query)),
                    true))
        .toList();
  }
}
