package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.Node;
import java.util.List;

/**
 * A row of the table of a sweep.
 *
 * @param place as of the point
 * @param values of the axes
 * @param measures in the order of the table's columns
 * @param run the hash of the experiment; empty if there is none
 * @param outcome how the run ended; empty if it failed
 * @param goalReached whether it came to what was asked for
 * @param error why it failed; empty if it did not
 */
record SweepRow(
    List<Integer> place,
    List<Node> values,
    List<Node> measures,
    String run,
    String outcome,
    boolean goalReached,
    String error) {
  SweepRow {
    place = List.copyOf(place);
    values = List.copyOf(values);
    measures = List.copyOf(measures);
  }
}
