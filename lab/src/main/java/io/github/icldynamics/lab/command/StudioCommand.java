package io.github.icldynamics.lab.command;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.MixtureExperiment;
import io.github.icldynamics.experiment.StoredExperiment;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.store.RunFolder;
import io.github.icldynamics.lab.studio.PageFiles;
import io.github.icldynamics.lab.studio.ShownExperiment;
import io.github.icldynamics.lab.studio.StudioSite;
import io.github.icldynamics.prompt.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icl studio}: the laboratory as a page in the browser. */
@Command(
    name = "studio",
    description = "Open the laboratory in the browser, where a run follows the sliders.",
    mixinStandardHelpOptions = true,
    versionProvider = Icl.Version.class)
final class StudioCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "a run folder, an experiment file, - for stdin, or a preset (default: none)")
  private @Nullable String run;

  @Mixin private ServingOptions serving = new ServingOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    serving.serve(site(), spec.commandLine().getOut());
    return Icl.DONE;
  }

  private StudioSite site() {
    var page = PageFiles.studio();
    return run == null ? StudioSite.of(page) : StudioSite.of(page, experiment(run));
  }

  private static Experiment experiment(String run) {
    return switch (stored(run)) {
      case Experiment trained -> ShownExperiment.require(trained);
      case MixtureExperiment _ ->
          throw new InvalidInputException(
              run, "must be a run of icl run, not of the mixture system, which has no studio");
    };
  }

  private static StoredExperiment stored(String run) {
    var presets = ExperimentSource.trainingPresets();
    return new ExperimentSource<StoredExperiment>(
            presets.containsKey(run) ? run : file(run), presets, ExperimentFile::parseAny)
        .experiment();
  }

  /** The file in which an experiment stands. */
  private static String file(String run) {
    if (!Files.isDirectory(Path.of(run))) {
      return run;
    }
    var file = RunFolder.experimentOf(Path.of(run));
    if (Files.exists(file)) {
      return file.toString();
    }
    throw new InvalidInputException(
        run, "must be a run folder, but has no " + file.getFileName() + " in it");
  }
}
