package io.github.icldynamics.descent;

import io.github.icldynamics.schema.InvalidInputException;

/** The bounds of learning rates: far beyond any use, and far enough from overflow. */
final class LearningRate {
  private LearningRate() {}

  static void require(double learningRate) {
    if (!(learningRate >= 1e-30 && learningRate <= 1e30)) {
      throw new InvalidInputException(
          "learningRate", "must lie in [1e-30, 1e30], not " + learningRate);
    }
  }
}
