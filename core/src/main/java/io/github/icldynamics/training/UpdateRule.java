package io.github.icldynamics.training;

import io.github.icldynamics.prompt.InvalidInputException;
import org.hipparchus.util.FastMath;

/**
 * How a discrete method turns descent directions d into steps of the weights s, with learning rate
 * η: {@code d = −∂L/∂s}, counted t = 1, 2, …; v and m are its memory, zero at the start.
 */
public sealed interface UpdateRule {
  /** How many numbers it remembers for each weight. */
  int memoryPerWeight();

  /** Takes one step: changes the weights, and what it remembers. */
  void step(Step step);

  /**
   * One step to take.
   *
   * @param weights s, changed in place
   * @param direction d
   * @param memory changed in place: all weights' first numbers, then all their second ones
   * @param multiplicity how many weights of the layer each entry stands for
   * @param learningRate η
   * @param count t, from 1 on
   */
  @SuppressWarnings("ArrayRecordComponent") // a view of the iteration's own arrays
  record Step(
      double[] weights,
      double[] direction,
      double[] memory,
      double[] multiplicity,
      double learningRate,
      long count) {}

  /** Gradient descent: {@code s ← s + η d}. */
  record Plain() implements UpdateRule {
    @Override
    public int memoryPerWeight() {
      return 0;
    }

    @Override
    public void step(Step step) {
      for (int i = 0; i < step.weights.length; i++) {
        step.weights[i] += step.learningRate * step.direction[i];
      }
    }
  }

  /**
   * Heavy-ball momentum: {@code v ← μ v + d, s ← s + η v}.
   *
   * @param mu μ, in [0, 1)
   */
  record Momentum(double mu) implements UpdateRule {
    public Momentum {
      requireShare("momentum", mu);
    }

    @Override
    public int memoryPerWeight() {
      return 1;
    }

    @Override
    public void step(Step step) {
      for (int i = 0; i < step.weights.length; i++) {
        step.memory[i] = mu * step.memory[i] + step.direction[i];
        step.weights[i] += step.learningRate * step.memory[i];
      }
    }
  }

  /**
   * Nesterov's momentum in the form in which d is taken at s itself: {@code v ← μ v + d, s ← s + η
   * (d + μ v)}.
   *
   * @param mu μ, in [0, 1)
   */
  record Nesterov(double mu) implements UpdateRule {
    public Nesterov {
      requireShare("momentum", mu);
    }

    @Override
    public int memoryPerWeight() {
      return 1;
    }

    @Override
    public void step(Step step) {
      for (int i = 0; i < step.weights.length; i++) {
        step.memory[i] = mu * step.memory[i] + step.direction[i];
        step.weights[i] += step.learningRate * (step.direction[i] + mu * step.memory[i]);
      }
    }
  }

  /**
   * Adam (Kingma and Ba, 2015) with bias correction: {@code m ← β₁ m + (1 − β₁) d, v ← β₂ v + (1 −
   * β₂) d², s ← s + η m̂/(√v̂ + ε), m̂ = m/(1 − β₁^t), v̂ = v/(1 − β₂^t)}.
   *
   * @param beta1 β₁, in [0, 1)
   * @param beta2 β₂, in [0, 1)
   * @param smallest ε, from 10⁻³⁰⁰ to 1
   */
  record Adam(double beta1, double beta2, double smallest) implements UpdateRule {
    public Adam {
      requireShare("beta1", beta1);
      requireShare("beta2", beta2);
      if (!(smallest >= 1e-300 && smallest <= 1)) {
        throw new InvalidInputException("adamEpsilon", "must lie in [1e-300, 1], not " + smallest);
      }
    }

    @Override
    public int memoryPerWeight() {
      return 2;
    }

    @Override
    public void step(Step step) {
      int size = step.weights.length;
      double first = 1 - FastMath.pow(beta1, (double) step.count);
      double second = 1 - FastMath.pow(beta2, (double) step.count);
      for (int i = 0; i < size; i++) {
        double d = step.direction[i];
        step.memory[i] = beta1 * step.memory[i] + (1 - beta1) * d;
        step.memory[size + i] = beta2 * step.memory[size + i] + (1 - beta2) * d * d;
        double root = FastMath.sqrt(step.memory[size + i] / second) + smallest;
        step.weights[i] += step.learningRate * (step.memory[i] / first) / root;
      }
    }
  }

  /** Sign descent: {@code s ← s + η sign d}. */
  record Sign() implements UpdateRule {
    @Override
    public int memoryPerWeight() {
      return 0;
    }

    @Override
    public void step(Step step) {
      for (int i = 0; i < step.weights.length; i++) {
        step.weights[i] += step.learningRate * FastMath.signum(step.direction[i]);
      }
    }
  }

  /** Normalised descent: {@code s ← s + η d/‖d‖}, the norm taken over all that is trained. */
  record Normalised() implements UpdateRule {
    @Override
    public int memoryPerWeight() {
      return 0;
    }

    @Override
    public void step(Step step) {
      double largest = 0;
      for (double d : step.direction) {
        largest = FastMath.max(largest, FastMath.abs(d));
      }
      if (largest == 0) {
        return;
      }
      double sum = 0;
      for (int i = 0; i < step.weights.length; i++) {
        double scaled = step.direction[i] / largest;
        sum += step.multiplicity[i] * scaled * scaled;
      }
      double rate = step.learningRate / FastMath.sqrt(sum);
      for (int i = 0; i < step.weights.length; i++) {
        step.weights[i] += rate * (step.direction[i] / largest);
      }
    }
  }

  private static void requireShare(String field, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new InvalidInputException(field, "must lie in [0, 1), not " + value);
    }
  }
}
