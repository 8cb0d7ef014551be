package io.github.icldynamics.lab.command;

import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.experiment.MixtureExperiment;
import io.github.icldynamics.experiment.MixturePreset;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.experiment.JsonDocument;
import io.github.icldynamics.lab.run.ClassificationRun;
import io.github.icldynamics.lab.run.ClassificationSummary;
import io.github.icldynamics.lab.store.ClassificationStore;
import io.github.icldynamics.lab.store.Provenance;
import io.github.icldynamics.lab.store.RunFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icl classify}: the mixture system, trained and tested. */
@Command(
    name = "classify",
    description = "Train linear attention to classify Gaussian mixtures in context, and test it.",
    mixinStandardHelpOptions = true,
    versionProvider = Icl.Version.class)
final class ClassifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PRESET|FILE.yaml|-",
      description = "binary, multiclass, or an experiment file; - reads stdin")
  private String source = "";

  @Mixin private SaveOptions saving = new SaveOptions();

  @Mixin private ThreadCount threads = new ThreadCount();

  @Option(names = "--print-experiment", description = "print the full experiment, run nothing")
  private boolean printExperiment;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var experiment = source().experiment();
    if (printExperiment) {
      print(ExperimentFile.canonical(experiment).stripTrailing());
      return Icl.DONE;
    }
    int workers = threads.number();
    var run = saving.isKept() ? runAndSave(experiment, workers) : runOnly(experiment, workers);
    return reachedItsGoal(run) ? Icl.DONE : Icl.GOAL_NOT_REACHED;
  }

  private ExperimentSource<MixtureExperiment> source() {
    var presets = new LinkedHashMap<String, Supplier<MixtureExperiment>>();
    for (var preset : MixturePreset.values()) {
      presets.put(preset.title(), preset::experiment);
    }
    return new ExperimentSource<>(source, presets, ExperimentFile::parseMixture);
  }

  private ClassificationRun runOnly(MixtureExperiment experiment, int workers) {
    var run = execute(experiment, workers);
    tell(run, Optional.empty());
    return run;
  }

  private ClassificationRun runAndSave(MixtureExperiment experiment, int workers) {
    var target = saving.target(source().name(), experiment);
    var started = Instant.now();
    try (var folder = RunFolder.begin(target, experiment)) {
      var run = execute(experiment, workers);
      var used = Duration.between(started, Instant.now());
      ClassificationStore.write(run, new Provenance(started, used, workers), folder);
      folder.commit();
      tell(run, Optional.of(target));
      return run;
    }
  }

  private ClassificationRun execute(MixtureExperiment experiment, int workers) {
    var progress = ProgressBar.onTerminal(spec.commandLine().getErr());
    return ClassificationRun.execute(experiment, workers, progress);
  }

  /** To reach the given end, else to converge; and to know W* as well as was asked for. */
  private static boolean reachedItsGoal(ClassificationRun run) {
    boolean trained =
        run.experiment().until().isPresent()
            ? run.outcome() != RunOutcome.STUCK
            : run.outcome() == RunOutcome.CONVERGED;
    return trained && run.isAccurate();
  }

  private void tell(ClassificationRun run, Optional<Path> folder) {
    print(
        json
            ? JsonDocument.text(ClassificationSummary.of(run))
            : ClassificationReport.of(run, source().name(), folder));
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
  }
}
