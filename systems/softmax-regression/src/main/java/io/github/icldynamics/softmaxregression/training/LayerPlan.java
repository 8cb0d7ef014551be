package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Ending;
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
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.objective.StochasticDescent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;

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

  /**
   * Whether all is as in the paper, where laws and thresholds are stated: Q = 0 at the start,
   * linear labels without noise, orthonormal features, the tokens' law, small steps.
   */
  public boolean isPapersSetting() {
    return plan.labels().isLinear()
        && coupling instanceof Coupling.Orthonormal
        && queryLaw.isEmpty()
        && change.isEmpty()
        && initial instanceof InitialLogits.Zero
        && valueScale == 1
        && !trainsValueScale
        && plan.method().followsFlow();
  }

  /** How much slower correlated features are learned: {@code C = Γ} too is small along an axis. */
  double slowdown() {
    return switch (coupling) {
      case Coupling.Orthonormal() -> 1;
      case Coupling.Equicorrelated(double rho) -> FastMath.pow(1 - rho, -3);
      case Coupling.Gram(var gram) -> FastMath.pow(gram.spectrum().leastPositive(), -3);
    };
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
    return train(query, initial.column(column(query), query), watch);
  }

  /** The same from given logits. */
  ColumnRun train(long query, Vector start) {
    return train(query, start, Watch.none());
  }

  private ColumnRun train(long query, Vector start, Watch watch) {
    var column = column(query);
    var target = target(query, start, ErrorFloor.find(atEnd(column), coupling));
    var goal = plan.goal(column, target, slowdown());
    var trajectory =
        change
            .map(law -> follow(new ChangingObjective(column, law), start, goal, watch))
            .orElseGet(() -> ColumnTrajectory.train(plan.method(), column, start, goal, watch));
    return shown(query, target, trajectory);
  }

  /** The law may have changed by the time that is asked for. */
  private QueryColumn atEnd(QueryColumn column) {
    return change.isPresent() && plan.ending() instanceof Until.AtTime(double tau)
        ? change.get().column(column, tau)
        : column;
  }

  private ColumnTrajectory follow(
      ChangingObjective objective, Vector start, Goal goal, Watch watch) {
    var trajectory = plan.method().follow(watch.over(objective), start, goal);
    return new ColumnTrajectory(objective, trajectory, 0);
  }

  /** From where to where the error of a query goes. */
  Target target(long query, Vector start, Optional<ErrorFloor> floor) {
    var column = change.map(law -> law.column(column(query), 0)).orElseGet(() -> column(query));
    column.requireLogits(start);
    return Target.of(plan.criterion(), PopulationEvaluator.of(column), start, floor);
  }

  /** What a trajectory shows. */
  ColumnRun shown(long query, Target target, ColumnTrajectory trajectory) {
    var convergence = convergence(target, trajectory);
    var role = Role.of(plan.tokenLaw(), query);
    List<Phase> phases =
        change.isEmpty() ? Phases.of(this, trajectory, role, target, convergence) : List.of();
    return new ColumnRun(
        query, role, target, trajectory, trajectory.outcome(), convergence, phases);
  }

  private OptionalDouble convergence(Target target, ColumnTrajectory trajectory) {
    boolean converged = trajectory.outcome().ending() == Ending.CONVERGED;
    if (converged && !trajectory.isShared()) {
      return OptionalDouble.of(trajectory.end());
    }
    if (target.error().isEmpty()) {
      return OptionalDouble.empty();
    }
    var time =
        change.isEmpty()
            ? ColumnRun.timeTo(trajectory, target.error().getAsDouble())
            : new ChangingTarget(plan.criterion(), target.initialError()).timeOf(trajectory);
    // Of a layer that ended when all had converged, the last one did at its end, within rounding.
    return time.isEmpty() && converged ? OptionalDouble.of(trajectory.end()) : time;
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
    return new CoupledTraining(this, watch).columns(queries);
  }
}
