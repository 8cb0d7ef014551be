package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Given;
import java.util.List;
import java.util.Optional;

/**
 * One combination of values.
 *
 * @param place of each free axis, which of its values, and last which of the seeds; from 0
 * @param values of the axes as they are run, the seed last if it is varied; as they were asked for
 *     where they make no experiment
 * @param given the experiment, if they make one
 * @param fault why they make none; else empty
 */
record SweepPoint(List<Integer> place, List<Node> values, Optional<Given<?>> given, String fault) {
  SweepPoint {
    place = List.copyOf(place);
    values = List.copyOf(values);
  }
}
