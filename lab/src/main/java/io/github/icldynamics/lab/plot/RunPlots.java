package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.lab.figure.Figure;
import io.github.icldynamics.lab.run.ExperimentRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** All pictures of a run, by file name without ending. */
public final class RunPlots {
  /**
   * Pictures go on for half a decade after convergence, so that the fall does not end at the edge.
   */
  private static final double AFTERMATH = 3;

  private RunPlots() {}

  /** The pictures. */
  public static Map<String, Figure> of(ExperimentRun run) {
    var shown = withAftermath(run);
    var plots = new LinkedHashMap<String, Figure>();
    plots.put("error", ErrorPlot.of(shown));
    plots.put("weights", WeightPlot.of(shown));
    plots.put("gradients", GradientPlot.of(shown));
    plots.put("attention", AttentionPlot.of(run));
    SpreadPlot.of(run).ifPresent(plot -> plots.put("spread", plot));
    return plots;
  }

  /** Only for the flow, where more time costs next to nothing, and only if no end was asked for. */
  private static ExperimentRun withAftermath(ExperimentRun run) {
    boolean cheap = run.experiment().method() == MethodChoice.FLOW;
    boolean open = run.experiment().until().isEmpty() && run.outcome() == RunOutcome.CONVERGED;
    return cheap && open ? run.extendedTo(AFTERMATH * run.end()) : run;
  }
}
