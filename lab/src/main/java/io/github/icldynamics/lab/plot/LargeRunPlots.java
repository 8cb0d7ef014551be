package io.github.icldynamics.lab.plot;

import io.github.icldynamics.lab.figure.Figure;
import io.github.icldynamics.lab.run.RunResult;
import io.github.icldynamics.lab.run.SampledState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** The pictures of a large run, by file name without ending. */
public final class LargeRunPlots {
  private LargeRunPlots() {}

  /**
   * The pictures.
   *
   * @param states those that are kept of a query
   */
  public static Map<String, Figure> of(RunResult result, LongFunction<List<SampledState>> states) {
    var plots = new LinkedHashMap<String, Figure>();
    plots.put("error", LargeErrorPlot.of(result, states));
    plots.put("times", TimesPlot.of(result));
    return plots;
  }
}
