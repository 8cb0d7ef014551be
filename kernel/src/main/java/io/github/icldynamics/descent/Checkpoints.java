package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The states kept of an iteration: those at multiples of a stride, which doubles when they are
 * many.
 */
final class Checkpoints {
  private static final int MOST = 4096;

  private final NavigableMap<Long, Vector> states;
  private long stride;

  Checkpoints() {
    this(new TreeMap<>(), 1);
  }

  private Checkpoints(NavigableMap<Long, Vector> states, long stride) {
    this.states = states;
    this.stride = stride;
  }

  Checkpoints copy() {
    return new Checkpoints(new TreeMap<>(states), stride);
  }

  /** Keeps the state if its iteration is a multiple of the stride. */
  void offer(long iteration, Supplier<double[]> state) {
    if (iteration % stride != 0) {
      return;
    }
    states.put(iteration, Vector.of(state.get()));
    if (states.size() > MOST) {
      stride *= 2;
      states.keySet().removeIf(kept -> kept % stride != 0);
    }
  }

  int size() {
    return states.size();
  }

  Set<Long> iterations() {
    return states.keySet();
  }

  long lastAtOrBefore(long iteration) {
    return Objects.requireNonNull(states.floorKey(iteration));
  }

  /** The first iteration kept after {@code iteration}, or {@code otherwise}. */
  long nextAfter(long iteration, long otherwise) {
    Map.Entry<Long, Vector> next = states.higherEntry(iteration);
    return next == null ? otherwise : next.getKey();
  }

  Vector state(long iteration) {
    return Objects.requireNonNull(states.get(iteration));
  }
}
