package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.InvalidInputException;

/** Where a linear discriminant has the covariance from that all classes share. */
public sealed interface SharedCovariance {
  /** The covariance to be used for a prompt, d × d, positive definite. */
  SymmetricMatrix of(LabelledPrompt prompt);

  /** What a legend calls it. */
  String title();

  /**
   * Told beforehand.
   *
   * @param covariance Λ, d × d, positive definite, of condition number at most 1e8
   */
  record Known(SymmetricMatrix covariance) implements SharedCovariance {
    /** Beyond it the least eigenvalue is lost in the rounding of the greatest. */
    private static final double LARGEST_CONDITION_NUMBER = 1e8;

    public Known {
      var spectrum = covariance.spectrum();
      if (!(spectrum.least() * LARGEST_CONDITION_NUMBER >= spectrum.greatest()
          && spectrum.least() > 0)) {
        String given = "not of eigenvalues " + spectrum.least() + " to " + spectrum.greatest();
        throw new InvalidInputException(
            "covariance",
            "must be positive definite with a condition number of at most 1e8, " + given);
      }
    }

    @Override
    public SymmetricMatrix of(LabelledPrompt prompt) {
      if (prompt.dimension() != covariance.size()) {
        throw new InvalidInputException(
            "prompt", "must have dimension " + covariance.size() + ", not " + prompt.dimension());
      }
      return covariance;
    }

    @Override
    public String title() {
      return "Λ known";
    }
  }

  /** The prompt's own within classes, pooled and shrunk as {@link PooledCovariance} says. */
  record Estimated() implements SharedCovariance {
    @Override
    public SymmetricMatrix of(LabelledPrompt prompt) {
      return PooledCovariance.of(prompt).shrunk();
    }

    @Override
    public String title() {
      return "Λ estimated";
    }
  }
}
