package io.github.icldynamics.lab.store;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.system.TimeScale;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What was asked for of a run beside its experiment; with it the same files can be made again.
 *
 * @param name of the run
 * @param times at which states are shown
 * @param scale how its pictures space time
 * @param isForPaper whether figures for a paper are among its files
 */
public record RunRequest(String name, List<Double> times, TimeScale scale, boolean isForPaper) {
  static final RecordFormat<RunRequest> FORMAT = format();

  public RunRequest {
    times = List.copyOf(times);
  }

  private static RecordFormat<RunRequest> format() {
    var scales = new LinkedHashMap<String, TimeScale>();
    scales.put("auto", TimeScale.AUTOMATIC);
    scales.put("linear", TimeScale.LINEAR);
    scales.put("log", TimeScale.LOGARITHMIC);
    var name = Field.<RunRequest, String>of("name", Formats.text(), RunRequest::name);
    var times =
        Field.<RunRequest, List<Double>>of(
            "at", Formats.list(Formats.real(Bounds.finite())), RunRequest::times);
    var scale =
        Field.<RunRequest, TimeScale>of("timeAxis", Formats.word(scales), RunRequest::scale);
    var paper = Field.<RunRequest, Boolean>of("paper", Formats.truth(), RunRequest::isForPaper);
    return RecordFormat.of(name, times, scale, paper, RunRequest::new);
  }
}
