package io.github.icldynamics.lab.plot;

import io.github.icldynamics.lab.figure.Figure;
import io.github.icldynamics.lab.run.ClassificationRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** All pictures of a run of the mixture system, by file name without ending. */
public final class ClassificationPlots {
  private static final int MOST_CLASSES_ON_A_MAP = 6;
  private static final int LARGEST_MATRIX = 20;

  private ClassificationPlots() {}

  /** The pictures; maps only where they can be drawn. */
  public static Map<String, Figure> of(ClassificationRun run) {
    var mixture = run.experiment().mixture();
    var plots = new LinkedHashMap<String, Figure>();
    plots.put("convergence", ConvergencePlot.of(run));
    if (mixture.dimension() <= LARGEST_MATRIX) {
      plots.put("minimiser", MinimiserPlot.of(run));
    }
    plots.put("inference", InferencePlot.of(run));
    plots.put("classifiers", ClassifiersPlot.of(run));
    if (mixture.dimension() == 2 && mixture.classes() <= MOST_CLASSES_ON_A_MAP) {
      plots.put("boundaries", BoundariesPlot.of(run));
    }
    return plots;
  }
}
