package io.github.icldynamics.descent;

import java.util.AbstractList;
import java.util.Optional;

/** Steps of which only the last is kept, for runs whose way nobody asks for. */
final class LastStep extends AbstractList<FlowStep> {
  private Optional<FlowStep> last = Optional.empty();

  @Override
  public boolean add(FlowStep step) {
    last = Optional.of(step);
    return true;
  }

  @Override
  public FlowStep get(int index) {
    return last.orElseThrow(IndexOutOfBoundsException::new);
  }

  @Override
  public int size() {
    return last.isPresent() ? 1 : 0;
  }
}
