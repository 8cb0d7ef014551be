package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.QueryColumn;

/**
 * What moves the weights: a descent direction at every time and state. The state holds the logits
 * of one column or of several, one column after the other. A field owns scratch memory: use one
 * from one thread at a time.
 */
public sealed interface DescentField
    permits ColumnField, ChangingField, SampledField, LayerField, CurriculumField, GradientField {
  /** The number of weights. */
  int size();

  /** How many weights of the layer one entry of the state stands for. */
  double multiplicity(int entry);

  /**
   * Computes the direction in which the weights move.
   *
   * @param tau the flow time, for fields that change with it
   * @param state the weights; not checked
   * @param direction receives {@code dS/dτ} of a flow
   * @return the loss that a goal looks at
   */
  double descend(double tau, double[] state, double[] direction);

  /**
   * The first time after {@code tau} at which the field is not smooth; infinite if it always is.
   */
  default double nextKink(double tau) {
    return Double.POSITIVE_INFINITY;
  }

  /** The number of columns in the state. */
  default int columns() {
    return 1;
  }

  /** Where a column's logits begin in the state. */
  default int offset(int column) {
    return 0;
  }

  /** A column as it is at a time and state: its law and value scale may change. */
  QueryColumn column(int column, double tau, Vector state);
}
