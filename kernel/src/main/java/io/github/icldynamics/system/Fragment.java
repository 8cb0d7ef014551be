package io.github.icldynamics.system;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.record.Table;
import java.util.List;
import java.util.Map;

/**
 * What a part of a run has measured.
 *
 * @param tables rows of the run's tables
 * @param arrays its row of each of the run's arrays, by name
 */
public record Fragment(List<Table> tables, Map<String, Vector> arrays) {
  public Fragment {
    tables = List.copyOf(tables);
    arrays = Map.copyOf(arrays);
  }

  /** Tables alone. */
  public static Fragment of(List<Table> tables) {
    return new Fragment(tables, Map.of());
  }
}
