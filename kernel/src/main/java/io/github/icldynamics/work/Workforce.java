package io.github.icldynamics.work;

import java.util.List;
import java.util.function.Supplier;

/** Who carries out independent pieces of work: what comes out does not depend on it. */
public interface Workforce {
  /** The results of pieces of work, in their order. */
  <T> List<T> inOrder(List<Supplier<T>> pieces);

  /** One after the other, in the calling thread. */
  static Workforce alone() {
    return new Alone();
  }

  /** One after the other. */
  record Alone() implements Workforce {
    @Override
    public <T> List<T> inOrder(List<Supplier<T>> pieces) {
      return pieces.stream().map(Supplier::get).toList();
    }
  }
}
