package io.github.icldynamics.contract;

import io.github.icldynamics.claim.Reach;

/**
 * A claim made false.
 *
 * @param tooShort a reach that cannot decide the true one
 */
public record Falsification(String id, String constant, double wrong, Reach tooShort) {
  @Override
  public String toString() {
    return id + " with " + constant + " = " + wrong;
  }
}
