package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.studio.PageFiles;
import io.github.icldynamics.lab.studio.StudioSite;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Given;
import java.io.PrintWriter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The option of {@code icl run} to open the studio when the run is done. */
final class StudioAfterwards {
  @Option(names = "--studio", required = true, description = "then open the run in the studio")
  private boolean asked;

  @ArgGroup(exclusive = false)
  private ServingOptions serving = new ServingOptions();

  boolean isAsked() {
    return asked;
  }

  /** Complains before anything is run if nothing could be shown after it. */
  void requirePossible(Given<?> given, boolean json) {
    if (json) {
      throw new InvalidInputException(
          "--studio", "must not be given with --json, which prints one document and ends");
    }
    given.requireShown();
    serving.port();
  }

  /** Shows the experiment until the process is interrupted. */
  void serve(Given<?> given, PrintWriter out) {
    serving.serve(StudioSite.of(PageFiles.studio(), given), out);
  }
}
