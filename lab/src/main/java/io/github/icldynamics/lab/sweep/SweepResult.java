package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.chart.Chart;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has come out of a sweep.
 *
 * @param charts by the names of their files
 */
public record SweepResult(SweepCounts counts, Map<String, Chart> charts) {
  public SweepResult {
    charts = Collections.unmodifiableMap(new LinkedHashMap<>(charts));
  }
}
