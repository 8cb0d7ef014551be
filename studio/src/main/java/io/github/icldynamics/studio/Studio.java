package io.github.icldynamics.studio;

import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.Training;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** What the page can call. */
public final class Studio {
  private Studio() {}

  /** Nothing to begin with: the page calls when it has something to train. */
  public static void main(String[] arguments) {}

  /**
   * Trains with the accuracy of the laboratory: the same bits as {@code icl run}.
   *
   * @param document an experiment as a file would hold it
   * @throws io.github.icldynamics.schema.InvalidInputException with a sentence for people
   */
  @JSExport
  public static StudioRun train(JSObject document) {
    return StudioRun.of(experiment(document), Detail.FULL);
  }

  /**
   * Trains with a coarser step, for the eye: while a slider moves.
   *
   * @param tolerance of one step of the flow, in [1e-14, 1e-2]
   */
  @JSExport
  public static StudioRun draft(JSObject document, double tolerance) {
    return StudioRun.of(drafted(experiment(document), tolerance), Detail.DRAFT);
  }

  private static Experiment experiment(JSObject document) {
    return Experiment.FORMAT.read(PageValue.node(document));
  }

  private static Experiment drafted(Experiment experiment, double tolerance) {
    var training = experiment.training();
    var coarse = training.method().atTolerance(tolerance);
    return experiment.with(Experiment.TRAINING, training.with(Training.METHOD, coarse));
  }
}
