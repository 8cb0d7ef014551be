package io.github.icldynamics.experiment;

import io.github.icldynamics.classification.MeanLaw;
import io.github.icldynamics.classification.MixtureLaw;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.training.TrainingMethod;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * All that decides a result of the mixture system: equal experiments give equal bits.
 *
 * @param mixture the law of tasks
 * @param promptLength N
 * @param test what the trained layer is tested on
 * @param initial the diagonal of W at the start, in the axes of Λ: one number for all, or d
 * @param method how the weights move
 * @param learningRate η; empty: the largest one that cannot overshoot
 * @param until flow time to train to; empty: until W has converged
 * @param constants of the method
 * @param accuracy of what is averaged over points
 */
public record MixtureExperiment(
    MixtureChoice mixture,
    PromptLength promptLength,
    Test test,
    Vector initial,
    MethodChoice method,
    OptionalDouble learningRate,
    OptionalDouble until,
    MethodConstants constants,
    Accuracy accuracy)
    implements StoredExperiment {
  private static final double LARGEST_WEIGHT = 1e5;
  private static final double TOLERANCE = 1e-9;

  /**
   * The prompts and tasks of the test.
   *
   * @param promptLength M
   * @param covariance Λ there, if another
   * @param priors the classes' probabilities there, if others; empty inside: equal
   * @param means how means are drawn there, if otherwise
   */
  public record Test(
      PromptLength promptLength,
      Optional<CovarianceChoice> covariance,
      Optional<Vector> priors,
      Optional<MeanLaw> means) {
    /** The laws of training, with prompts of length M. */
    public static Test of(PromptLength promptLength) {
      return new Test(promptLength, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * How well averages over points have to be known.
   *
   * @param standardError of W*, relative to each weight
   * @param seed of the points
   */
  public record Accuracy(double standardError, long seed) {
    /** What is taken where nothing is given. */
    public static Accuracy defaults() {
      return new Accuracy(0.001, 1);
    }
  }

  public MixtureExperiment {
    within("mixture", mixture::law);
    within("test", () -> testLaw(mixture, test));
    requireInitial(initial, mixture.dimension());
    if (!(accuracy.standardError() >= 1e-5 && accuracy.standardError() <= 1)) {
      throw new InvalidInputException(
          "accuracy.standardError", "must lie in [1e-5, 1], not " + accuracy.standardError());
    }
    if (method == MethodChoice.SGD) {
      throw new InvalidInputException(
          "training.method", "must be a method on the population risk here, not sgd");
    }
    requireAxes(mixture, method);
    within("training", () -> method.method(learningRate.orElse(1), constants, TOLERANCE));
  }

  private static void requireInitial(Vector initial, int dimension) {
    if (initial.size() != 1 && initial.size() != dimension) {
      throw new InvalidInputException(
          "initial.weights",
          "must be zero, one number or as many as the dimension "
              + dimension
              + ", not "
              + initial.size());
    }
    if (!(initial.maximumNorm() <= LARGEST_WEIGHT)) {
      throw new InvalidInputException(
          "initial.weights", "must be within ±1e5, not " + initial.maximumNorm());
    }
  }

  /**
   * What looks at single weights is followed in the axes of Λ, which must then be the given ones.
   */
  private static void requireAxes(MixtureChoice mixture, MethodChoice method) {
    boolean coordinatewise = method == MethodChoice.ADAM || method == MethodChoice.SIGN;
    boolean turned =
        !mixture.law().axes().basis().equals(SquareMatrix.identity(mixture.dimension()));
    if (coordinatewise && turned) {
      throw new InvalidInputException(
          "training.method",
          "must be flow, gd, momentum, nesterov or normalized unless the covariance is diagonal,"
              + " not "
              + method.key());
    }
  }

  private static <T> T within(String path, Supplier<T> construction) {
    try {
      return construction.get();
    } catch (InvalidInputException e) {
      throw e.under(path);
    }
  }

  private static MixtureLaw testLaw(MixtureChoice mixture, Test test) {
    SymmetricMatrix covariance =
        test.covariance().orElseGet(mixture::covariance).matrix(mixture.dimension());
    var law = mixture.law().withCovariance(covariance);
    var priors = test.priors();
    if (priors.isPresent() && priors.get().size() != mixture.classes()) {
      throw new InvalidInputException(
          "priors", "must be one a class, " + mixture.classes() + ", not " + priors.get().size());
    }
    var weighted = priors.map(law::withPriors).orElse(law);
    return test.means().map(weighted::withMeans).orElse(weighted);
  }

  /** The law of tasks in training. */
  public MixtureLaw law() {
    return mixture.law();
  }

  /** The law of tasks in the test. */
  public MixtureLaw testLaw() {
    return testLaw(mixture, test);
  }

  /** Whether the test has other tasks than training. */
  public boolean isShifted() {
    return !law().equals(testLaw());
  }

  /** The weights at the start, in the axes of Λ. */
  public Vector start() {
    double[] weights = new double[mixture.dimension()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = initial.get(initial.size() == 1 ? 0 : k);
    }
    return Vector.of(weights);
  }

  /** The training method at a learning rate. */
  public TrainingMethod method(double rate) {
    return method.method(rate, constants, TOLERANCE);
  }
}
