package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.QueryColumn;

/**
 * The descent of any smooth function of some weights, for systems without columns of logits.
 *
 * @param size the number of weights
 * @param descent the function's own descent
 */
public record GradientField(int size, Descent descent) implements DescentField {
  /** A function of weights that can be followed downhill. */
  @FunctionalInterface
  public interface Descent {
    /**
     * The descent direction at some weights.
     *
     * @param weights not to be changed
     * @param direction receives the negative gradient
     * @return the number that a goal looks at
     */
    double descend(double[] weights, double[] direction);
  }

  @Override
  public double multiplicity(int entry) {
    return 1;
  }

  @Override
  public double descend(double tau, double[] state, double[] direction) {
    return descent.descend(state, direction);
  }

  @Override
  public int columns() {
    return 0;
  }

  @Override
  public QueryColumn column(int column, double tau, Vector state) {
    throw new IllegalArgumentException("these weights are not the logits of a column");
  }
}
