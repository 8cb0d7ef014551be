package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.schema.InvalidInputException;
import java.util.OptionalDouble;

/** When a training run is over. */
public sealed interface Until {
  /**
   * Once the query has converged or, where its target is not known, rests.
   *
   * @param patience how long to wait for it at most, in units of {@code 1/p_k² + 1/(p_k ε)}, the
   *     plateau and the convergence of the theory; positive
   */
  record Convergence(double patience) implements Until {
    public Convergence {
      requirePatience(patience);
    }
  }

  /**
   * Once the weights rest, converged or not.
   *
   * @param patience how long to wait for it at most, as for {@link Convergence}
   */
  record Rest(double patience) implements Until {
    public Rest {
      requirePatience(patience);
    }
  }

  private static void requirePatience(double patience) {
    if (!(patience > 0 && patience < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException("patience", "must be positive and finite, not " + patience);
    }
  }

  /**
   * At a flow time, converged or not.
   *
   * @param tau from 0 to 10²⁰⁰
   */
  record AtTime(double tau) implements Until {
    public AtTime {
      if (!(tau >= 0 && tau <= LONGEST)) {
        throw new InvalidInputException(
            "until", "must be auto or a time from 0 to 1e200, not " + tau);
      }
    }
  }

  /** Far beyond any dynamics, and far enough from overflow to be divided by a learning rate. */
  double LONGEST = 1e200;

  /** Convergence, with a patience that no run of the theory exhausts. */
  static Until convergence() {
    return new Convergence(1e3);
  }

  /** At a time if one is given, else at convergence. */
  static Until at(OptionalDouble until) {
    return until.isPresent() ? new AtTime(until.getAsDouble()) : convergence();
  }
}
