package io.github.icldynamics.linearclassification.law;

import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.Arrays;

/**
 * The law of tasks: c classes of Gaussian tokens {@code x | y ~ N(μ_y, Λ)} in R^d, Λ shared by all
 * classes and all tasks, means drawn anew for each task.
 *
 * @param covariance Λ, d × d, positive definite
 * @param priors the classes' probabilities, c ≥ 2 of them; equal in the paper
 * @param means how means are drawn
 */
public record MixtureLaw(SymmetricMatrix covariance, Vector priors, MeanLaw means) {
  private static final double ROUNDING = 1e-9;

  /** More classes or dimensions than this are beyond what the points can resolve. */
  private static final int MOST = 100;

  private static final Bounds CLASSES = Bounds.count(2, MOST);
  private static final Bounds DIMENSION = Bounds.count(1, MOST);

  /** Beyond it the least eigenvalue is lost in the rounding of the greatest. */
  private static final double LARGEST_CONDITION_NUMBER = 1e8;

  /**
   * A matrix made to have the largest has it but for rounding, which the least eigenvalue feels.
   */
  private static final double CONDITION_ROUNDING = 1e-6;

  public MixtureLaw {
    requirePriors(priors);
    requireCovariance(covariance);
  }

  /** The paper's law: classes equally likely, means rotated. */
  public static MixtureLaw of(int classes, SymmetricMatrix covariance) {
    CLASSES.require("classes", classes);
    double[] priors = new double[classes];
    Arrays.fill(priors, 1.0 / classes);
    return new MixtureLaw(covariance, Vector.of(priors), MeanLaw.ROTATED);
  }

  /** The paper's law with a diagonal Λ. */
  public static MixtureLaw diagonal(int classes, double... variances) {
    return of(classes, SymmetricMatrix.diagonal(variances));
  }

  private static void requirePriors(Vector priors) {
    CLASSES.require("classes", priors.size());
    double sum = 0;
    for (int j = 0; j < priors.size(); j++) {
      if (!(priors.get(j) > 0)) {
        throw new InvalidInputException("priors", "must be positive, not " + priors.get(j));
      }
      sum += priors.get(j);
    }
    if (!(Math.abs(sum - 1) <= ROUNDING)) {
      throw new InvalidInputException(
          "priors",
          "must sum to 1 within 1e-9, not %s; divide each of them by that".formatted(sum));
    }
  }

  private static void requireCovariance(SymmetricMatrix covariance) {
    DIMENSION.require("dimension", covariance.size());
    var spectrum = covariance.spectrum();
    if (!(spectrum.least() > 0)) {
      throw new InvalidInputException(
          "covariance",
          "must be positive definite, but its least eigenvalue is " + spectrum.least());
    }
    double condition = spectrum.greatest() / spectrum.least();
    if (condition > LARGEST_CONDITION_NUMBER * (1 + CONDITION_ROUNDING)) {
      throw new InvalidInputException(
          "covariance", "must have a condition number of at most 1e8, not " + condition);
    }
  }

  /** The number of classes c. */
  public int classes() {
    return priors.size();
  }

  /** The dimension d. */
  public int dimension() {
    return covariance.size();
  }

  /** Whether no class is more likely than another. */
  public boolean isBalanced() {
    return Arrays.stream(priors.toArray()).allMatch(prior -> prior == priors.get(0));
  }

  /** Whether this is the paper's setting, in which the infinite prompt is answered as by Bayes. */
  public boolean isAsPublished() {
    return isBalanced() && means == MeanLaw.ROTATED;
  }

  /** The axes of Λ. */
  public PrincipalAxes axes() {
    return PrincipalAxes.of(covariance);
  }

  /** {@code c Λ^{−1}}, the minimiser for infinite prompts in the paper's setting, d × d. */
  public SquareMatrix infinitePromptMinimiser() {
    return axes().toOriginal(SquareMatrix.diagonal(infinitePromptWeights()));
  }

  /** The same in the axes of Λ, one number an axis. */
  public double[] infinitePromptWeights() {
    return Arrays.stream(axes().variances().toArray()).map(v -> classes() / v).toArray();
  }

  /** The same law with other class probabilities. */
  public MixtureLaw withPriors(Vector changed) {
    return new MixtureLaw(covariance, changed, means);
  }

  /** The same law with another covariance. */
  public MixtureLaw withCovariance(SymmetricMatrix changed) {
    return new MixtureLaw(changed, priors, means);
  }

  /** The same law with other means. */
  public MixtureLaw withMeans(MeanLaw changed) {
    return new MixtureLaw(covariance, priors, changed);
  }
}
