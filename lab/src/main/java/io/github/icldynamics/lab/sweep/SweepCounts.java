package io.github.icldynamics.lab.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the runs of a sweep have come out, counted as the rows go by. */
public final class SweepCounts {
  private static final int MOST_FAULTS = 5;

  private final Map<String, Long> outcomes = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private long failed;
  private long missed;

  SweepCounts() {}

  void add(SweepRow row) {
    if (!row.error().isEmpty()) {
      failed++;
      if (faults.size() < MOST_FAULTS && !faults.contains(row.error())) {
        faults.add(row.error());
      }
      return;
    }
    outcomes.merge(row.outcome(), 1L, Long::sum);
    missed += row.goalReached() ? 0 : 1;
  }

  /** Runs by their endings. */
  public Map<String, Long> outcomes() {
    return new TreeMap<>(outcomes);
  }

  /** Points without a run. */
  public long failed() {
    return failed;
  }

  /** Whether every point has a run that came to what was asked for. */
  public boolean areAllReached() {
    return failed == 0 && missed == 0;
  }

  /** The first different reasons for failures. */
  public List<String> faults() {
    return List.copyOf(faults);
  }
}
