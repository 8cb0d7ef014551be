package io.github.icldynamics.studio;

import java.util.OptionalDouble;
import org.teavm.jso.JSExport;

/** What the page can call. */
public final class Studio {
  private Studio() {}

  /** Nothing to begin with: the page calls when it has something to train. */
  public static void main(String[] arguments) {}

  /**
   * Trains with the accuracy of the laboratory: the same bits as {@code icl run}.
   *
   * @throws io.github.icldynamics.prompt.InvalidInputException with a sentence for people
   */
  @JSExport
  public static StudioRun train(PageExperiment page) {
    return StudioRun.of(ExperimentOfPage.of(page, OptionalDouble.empty()), SampleCount.FULL);
  }

  /**
   * Trains with a coarser step, for the eye: while a slider moves.
   *
   * @param tolerance of one step of the flow, in [1e-14, 1e-2]
   */
  @JSExport
  public static StudioRun draft(PageExperiment page, double tolerance) {
    var experiment = ExperimentOfPage.of(page, OptionalDouble.of(tolerance));
    return StudioRun.of(experiment, SampleCount.DRAFT);
  }
}
