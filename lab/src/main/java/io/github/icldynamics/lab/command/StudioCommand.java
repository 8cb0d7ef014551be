package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.store.RunFolder;
import io.github.icldynamics.lab.studio.PageFiles;
import io.github.icldynamics.lab.studio.StudioSite;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.Systems;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code icl studio}: the laboratory as a page in the browser. */
@Command(
    name = "studio",
    description = "Open the laboratory in the browser, where a run follows the sliders.")
final class StudioCommand extends Subcommand {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "a run folder, an experiment file, - for stdin, or a preset (default: none)")
  private @Nullable String run;

  @Mixin private ServingOptions serving = new ServingOptions();

  StudioCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    serving.serve(site(), commandLine().getOut());
    return Icl.DONE;
  }

  private StudioSite site() {
    var page = PageFiles.studio();
    return run == null ? StudioSite.of(page) : StudioSite.of(page, shown(run));
  }

  private Given<?> shown(String word) {
    requireRun(word);
    var given = new ExperimentSource(systems, word).given();
    given.requireShown();
    return given;
  }

  /** A folder is one of a run. */
  private static void requireRun(String word) {
    var path = GivenPath.of("RUN", word);
    var file = RunFolder.experimentOf(path);
    if (Files.isDirectory(path) && !Files.exists(file)) {
      throw new InvalidInputException(
          word, "must be a run folder, but has no " + file.getFileName() + " in it");
    }
  }
}
