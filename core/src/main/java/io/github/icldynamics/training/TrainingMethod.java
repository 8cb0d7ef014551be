package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.QueryColumn;

/** How the logits move. */
public sealed interface TrainingMethod {
  /**
   * The run from given initial logits.
   *
   * @param initial one logit a group
   */
  Trajectory train(QueryColumn column, Vector initial, Goal goal);

  /**
   * The gradient flow, integrated with Dormand and Prince's method of order 8 in a variable that is
   * logarithmic in time.
   *
   * @param tolerance of one step: absolute, in logits, and relative; in [1e-14, 1e-2]
   */
  record GradientFlow(double tolerance) implements TrainingMethod {
    private static final double DEFAULT_TOLERANCE = 1e-11;

    public GradientFlow {
      if (!(tolerance >= 1e-14 && tolerance <= 1e-2)) {
        throw new InvalidInputException("tolerance", "must lie in [1e-14, 1e-2], not " + tolerance);
      }
    }

    /** The flow at a tolerance that leaves about ten correct digits. */
    public static GradientFlow accurate() {
      return new GradientFlow(DEFAULT_TOLERANCE);
    }

    @Override
    public Trajectory train(QueryColumn column, Vector initial, Goal goal) {
      return FlowIntegration.run(column, initial, goal, tolerance);
    }
  }

  /**
   * Gradient descent, every iteration.
   *
   * @param learningRate η, in [1e-30, 1e30]
   */
  record GradientDescent(double learningRate) implements TrainingMethod {
    private static final double SMALLEST = 1e-30;
    private static final double LARGEST = 1e30;

    public GradientDescent {
      if (!(learningRate >= SMALLEST && learningRate <= LARGEST)) {
        throw new InvalidInputException(
            "learningRate", "must lie in [1e-30, 1e30], not " + learningRate);
      }
    }

    @Override
    public Trajectory train(QueryColumn column, Vector initial, Goal goal) {
      return DescentTrajectory.run(column, initial, goal, learningRate);
    }
  }
}
