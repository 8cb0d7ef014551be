package io.github.icldynamics.softmaxregression.network;

import io.github.icldynamics.schema.InvalidInputException;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.util.FastMath;

/** The law of one component of a task w; components are independent. */
public sealed interface TaskLaw {
  /** Its name, for people. */
  String title();

  /** The next draw. */
  double component(RandomGenerator random);

  /** Gaussian of variance 1; the paper's tasks have mean 0 and variance 1. */
  record Normal(double mean) implements TaskLaw {
    @Override
    public String title() {
      return mean == 0 ? "Gaussian" : "Gaussian, shifted";
    }

    @Override
    public double component(RandomGenerator random) {
      return mean + random.nextGaussian();
    }
  }

  /**
   * Student's t: heavy tails, without a variance up to 2 degrees of freedom, without a mean at 1.
   *
   * @param degrees of freedom, at least 1
   */
  record StudentT(int degrees) implements TaskLaw {
    public StudentT {
      if (degrees < 1) {
        throw new InvalidInputException("degrees", "must be at least 1, not " + degrees);
      }
    }

    @Override
    public String title() {
      return degrees == 1 ? "Cauchy" : "Student t, " + degrees + " degrees";
    }

    @Override
    public double component(RandomGenerator random) {
      double numerator = random.nextGaussian();
      double squares = 0;
      for (int i = 0; i < degrees; i++) {
        double gaussian = random.nextGaussian();
        squares += gaussian * gaussian;
      }
      return numerator / FastMath.sqrt(squares / degrees);
    }
  }

  /** +1 or −1. */
  record Signs() implements TaskLaw {
    @Override
    public String title() {
      return "random signs";
    }

    @Override
    public double component(RandomGenerator random) {
      return random.nextBoolean() ? 1 : -1;
    }
  }

  /**
   * Gaussian with a probability, else 0.
   *
   * @param share in (0, 1]
   */
  record Sparse(double share) implements TaskLaw {
    public Sparse {
      if (!(share > 0 && share <= 1)) {
        throw new InvalidInputException("share", "must lie in (0, 1], not " + share);
      }
    }

    @Override
    public String title() {
      return "sparse";
    }

    @Override
    public double component(RandomGenerator random) {
      double gaussian = random.nextGaussian();
      return random.nextDouble() < share ? gaussian : 0;
    }
  }
}
