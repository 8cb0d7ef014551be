package io.github.icldynamics.system;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.Fact;
import io.github.icldynamics.record.Landmark;
import java.util.List;

/**
 * What is made of all parts of a run together.
 *
 * @param ending how it ended
 * @param goalReached whether it came to what was asked for
 */
public record Conclusion(
    Ending ending, boolean goalReached, List<Fact> facts, List<Landmark> landmarks) {
  public Conclusion {
    facts = List.copyOf(facts);
    landmarks = List.copyOf(landmarks);
  }
}
