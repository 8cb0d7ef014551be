package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.InvalidInputException;

/**
 * The Gram matrix of the features, {@code Γ = VᵀV}: through it the columns of a layer share Q, and
 * {@code S = VᵀQV} moves as {@code dS/dτ = Γ G Γ}, G the columns' own negative gradients.
 */
public sealed interface Coupling {
  /** Orthonormal features: {@code Γ = I}, and no coupling. */
  record Orthonormal() implements Coupling {}

  /**
   * All pairs alike: {@code Γ = (1 − ρ) I + ρ 11ᵀ}.
   *
   * @param correlation ρ, in [0, 1)
   */
  record Equicorrelated(double correlation) implements Coupling {
    /** Where ρ may lie. */
    public static final Bounds CORRELATION = Bounds.halfOpen(0, 1);

    public Equicorrelated {
      CORRELATION.require("equicorrelated", correlation);
    }
  }

  /** Any positive semidefinite Γ; a law with it has one feature a group. */
  record Gram(SymmetricMatrix matrix) implements Coupling {
    public Gram {
      var spectrum = matrix.spectrum();
      if (!spectrum.isSemidefinite()) {
        throw new InvalidInputException("gram", spectrum.indefiniteness());
      }
    }
  }
}
