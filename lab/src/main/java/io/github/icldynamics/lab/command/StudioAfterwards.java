package io.github.icldynamics.lab.command;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.studio.PageFiles;
import io.github.icldynamics.lab.studio.ShownExperiment;
import io.github.icldynamics.lab.studio.StudioSite;
import io.github.icldynamics.prompt.InvalidInputException;
import java.io.PrintWriter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The option of {@code icl run} to open the studio when the run is done. */
final class StudioAfterwards {
  @Option(names = "--studio", required = true, description = "then open the run in the studio")
  private boolean asked;

  @ArgGroup(exclusive = false)
  private ServingOptions serving = new ServingOptions();

  /** Whether to open it at all. */
  boolean isAsked() {
    return asked;
  }

  /** Complains before anything is run if nothing could be shown after it. */
  void requirePossible(Experiment experiment, boolean json) {
    if (json) {
      throw new InvalidInputException(
          "--studio", "must not be given with --json, which prints one document and ends");
    }
    ShownExperiment.require(experiment);
    serving.port();
  }

  /** Shows the experiment until the process is interrupted. */
  void serve(Experiment experiment, PrintWriter out) {
    serving.serve(StudioSite.of(PageFiles.studio(), experiment), out);
  }
}
