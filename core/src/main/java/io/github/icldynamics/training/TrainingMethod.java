package io.github.icldynamics.training;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.QueryColumn;

/** How the logits move. */
public sealed interface TrainingMethod {
  /**
   * The run of all the weights of a field.
   *
   * @param initial one weight an entry of its state
   */
  Path follow(DescentField field, Vector initial, Goal goal);

  /** How accurately this method wants its gradients. */
  default LaplaceGrid grid() {
    return LaplaceGrid.fullAccuracy();
  }

  /** Whether it follows the flow as long as its steps are small: the flow and gradient descent. */
  default boolean isSmallStepDescent() {
    return this instanceof GradientFlow || this instanceof GradientDescent;
  }

  /**
   * The run of one column from given initial logits.
   *
   * @param initial one logit a group
   */
  default Trajectory train(QueryColumn column, Vector initial, Goal goal) {
    column.requireLogits(initial);
    return follow(new ColumnField(column, grid()), initial, goal).trajectory(0);
  }

  /**
   * The gradient flow, integrated with Dormand and Prince's method of order 8 in a variable that is
   * logarithmic in time.
   *
   * @param tolerance of one step: absolute, in logits, and relative; in [1e-14, 1e-2]
   */
  record GradientFlow(double tolerance) implements TrainingMethod {
    private static final double DEFAULT_TOLERANCE = 1e-11;
    private static final double GRADIENT_SHARE = 0.01;

    public GradientFlow {
      if (!(tolerance >= 1e-14 && tolerance <= 1e-2)) {
        throw new InvalidInputException("tolerance", "must lie in [1e-14, 1e-2], not " + tolerance);
      }
    }

    /** The flow at a tolerance that leaves about ten correct digits. */
    public static GradientFlow accurate() {
      return new GradientFlow(DEFAULT_TOLERANCE);
    }

    /** A coarse flow needs no more of its gradients than a hundredth of its tolerance. */
    @Override
    public LaplaceGrid grid() {
      return tolerance <= DEFAULT_TOLERANCE
          ? LaplaceGrid.fullAccuracy()
          : LaplaceGrid.withAccuracy(GRADIENT_SHARE * tolerance);
    }

    @Override
    public Path follow(DescentField field, Vector initial, Goal goal) {
      return FlowIntegration.run(field, initial, goal, tolerance);
    }
  }

  /**
   * Gradient descent, every iteration.
   *
   * @param learningRate η, in [1e-30, 1e30]
   * @param accuracy relative, of every gradient; in [1e-17, 1e-2]. A coarse one halves the cost
   */
  record GradientDescent(double learningRate, double accuracy) implements TrainingMethod {
    private static final double FULL = 1e-17;
    private static final double COARSEST = 1e-2;

    public GradientDescent {
      requireLearningRate(learningRate);
      if (!(accuracy >= FULL && accuracy <= COARSEST)) {
        throw new InvalidInputException("accuracy", "must lie in [1e-17, 1e-2], not " + accuracy);
      }
    }

    /** Gradient descent at full double precision. */
    public GradientDescent(double learningRate) {
      this(learningRate, FULL);
    }

    @Override
    public LaplaceGrid grid() {
      return accuracy == FULL ? LaplaceGrid.fullAccuracy() : LaplaceGrid.withAccuracy(accuracy);
    }

    @Override
    public Path follow(DescentField field, Vector initial, Goal goal) {
      return DescentPath.run(field, new UpdateRule.Plain(), learningRate, initial, goal);
    }
  }

  /**
   * Another discrete method, every iteration.
   *
   * @param rule how directions become steps
   * @param learningRate η, in [1e-30, 1e30]
   */
  record Optimiser(UpdateRule rule, double learningRate) implements TrainingMethod {
    public Optimiser {
      requireLearningRate(learningRate);
    }

    @Override
    public Path follow(DescentField field, Vector initial, Goal goal) {
      return DescentPath.run(field, rule, learningRate, initial, goal);
    }
  }

  /**
   * Gradient descent on sampled prompts, a new batch at every iteration; of the batch only the
   * prompts that ask this query move its column. The loss that ends the run is the exact one.
   *
   * @param learningRate η, in [1e-30, 1e30]
   * @param batch prompts in a batch, of any query; from 1 to 10⁶
   * @param seed equal seeds give equal runs
   */
  record StochasticDescent(double learningRate, int batch, long seed) implements TrainingMethod {
    private static final int LARGEST_BATCH = 1_000_000;

    public StochasticDescent {
      requireLearningRate(learningRate);
      if (batch < 1 || batch > LARGEST_BATCH) {
        throw new InvalidInputException("batch", "must be from 1 to 1000000, not " + batch);
      }
    }

    @Override
    public Path follow(DescentField field, Vector initial, Goal goal) {
      return DescentPath.run(field, new UpdateRule.Plain(), learningRate, initial, goal);
    }

    @Override
    public Trajectory train(QueryColumn column, Vector initial, Goal goal) {
      column.requireLogits(initial);
      var field = new SampledField(column, learningRate, batch, seed);
      return follow(field, initial, goal).trajectory(0);
    }
  }

  private static void requireLearningRate(double learningRate) {
    if (!(learningRate >= 1e-30 && learningRate <= 1e30)) {
      throw new InvalidInputException(
          "learningRate", "must lie in [1e-30, 1e30], not " + learningRate);
    }
  }
}
