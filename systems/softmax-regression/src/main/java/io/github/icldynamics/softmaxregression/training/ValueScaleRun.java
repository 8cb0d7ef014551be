package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.descent.Trajectory;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.Coupling;
import io.github.icldynamics.softmaxregression.objective.LayerObjective;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The flow of a layer with a trained value scale, from {@code Q = 0} and {@code ν = 1}, on prompts
 * of an imbalanced law, and the turns that ν takes. The weights are the two logits of the dominant
 * query's column, the three of another's, and ν.
 *
 * @param plateau {@code T = (K − 1)²/(1 − p₁)}
 * @param dip the time of the least ν
 * @param peak the time of the largest ν after it
 */
public record ValueScaleRun(
    TokenLaw law,
    PromptLength promptLength,
    Trajectory trajectory,
    double plateau,
    OptionalDouble dip,
    OptionalDouble peak) {
  /** Beyond any plateau: there ν is 1 up to 1/K. */
  private static final double RISEN = 1.02;

  /** In units of T: after what ν does at the start, and before the burst. */
  private static final double ON_PLATEAU = 0.5;

  private static final int DOMINANT_LOGITS = 2;

  /**
   * A run on infinite prompts.
   *
   * @param horizon in units of T
   */
  public static ValueScaleRun train(long features, double dominant, double horizon) {
    return train(features, dominant, PromptLength.infinite(), horizon);
  }

  /**
   * A run.
   *
   * @param horizon in units of T
   */
  public static ValueScaleRun train(
      long features, double dominant, PromptLength promptLength, double horizon) {
    var law = TokenLaw.imbalanced(features, dominant);
    var columns =
        Stream.of(0L, 1L)
            .map(query -> law.column(query, promptLength, LabelModel.linear()))
            .toList();
    var objective =
        new LayerObjective(
            law,
            columns,
            new Coupling.Orthonormal(),
            true,
            Vector.of(0, 0),
            LaplaceGrid.fullAccuracy());
    double[] start = new double[objective.size()];
    start[start.length - 1] = 1;
    double others = features - 1.0;
    double plateau = others * others / (1 - dominant);
    var trajectory =
        GradientFlow.accurate()
            .follow(objective, Vector.of(start), new Goal.Reach(horizon * plateau));
    return new ValueScaleRun(
        law,
        promptLength,
        trajectory,
        plateau,
        dip(trajectory, objective),
        peak(trajectory, objective, plateau));
  }

  /** Where ν turns upwards below 1; for p₁ < ½ it rises first. */
  private static OptionalDouble dip(Trajectory trajectory, LayerObjective objective) {
    return trajectory.firstTime(weights -> scale(weights) < 1 ? slope(objective, weights) : -1, 1);
  }

  /** Of several maxima the highest: there may be a lower one before the column gives way. */
  private static OptionalDouble peak(
      Trajectory trajectory, LayerObjective objective, double plateau) {
    var risen = trajectory.firstTime(weights -> scale(weights) - RISEN, ON_PLATEAU * plateau);
    if (risen.isEmpty()) {
      return risen;
    }
    var highest = OptionalDouble.empty();
    double from = risen.getAsDouble();
    boolean rises = true;
    for (double knot : trajectory.knots().toArray()) {
      if (knot <= from) {
        continue;
      }
      boolean goesOn = slope(objective, trajectory.weightsAt(knot)) > 0;
      if (rises && !goesOn) {
        var top = trajectory.firstTime(weights -> -slope(objective, weights), from);
        highest = isHigher(trajectory, top, highest) ? top : highest;
      }
      rises = goesOn;
      from = knot;
    }
    return highest;
  }

  private static boolean isHigher(
      Trajectory trajectory, OptionalDouble time, OptionalDouble highest) {
    return highest.isEmpty()
        || scale(trajectory.weightsAt(time.orElseThrow()))
            > scale(trajectory.weightsAt(highest.getAsDouble()));
  }

  /** dν/dτ. */
  private static double slope(LayerObjective objective, Vector weights) {
    double[] direction = new double[weights.size()];
    objective.descend(0, weights.toArray(), direction);
    return direction[direction.length - 1];
  }

  private static double scale(Vector weights) {
    return weights.get(weights.size() - 1);
  }

  /** ν at a flow time. */
  public double scaleAt(double tau) {
    return scale(trajectory.weightsAt(tau));
  }

  /** Attention of the dominant query to its own feature. */
  public double dominantShareAt(double tau) {
    return column(0, tau).meanAttention(logits(0, tau)).get(0);
  }

  /** The error of a query, the dominant one or number 1. */
  public double errorAt(int query, double tau) {
    return column(query, tau).evaluate(logits(query, tau)).loss();
  }

  private Vector logits(int query, double tau) {
    double[] weights = trajectory.weightsAt(tau).toArray();
    return query == 0
        ? Vector.of(weights[0], weights[1])
        : Vector.of(
            weights[DOMINANT_LOGITS], weights[DOMINANT_LOGITS + 1], weights[DOMINANT_LOGITS + 2]);
  }

  private PopulationEvaluator column(int query, double tau) {
    var column = law.column(query, promptLength, LabelModel.linear());
    return PopulationEvaluator.of(column.withValueScale(scaleAt(tau)));
  }
}
