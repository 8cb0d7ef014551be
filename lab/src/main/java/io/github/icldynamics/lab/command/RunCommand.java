package io.github.icldynamics.lab.command;

import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.experiment.JsonDocument;
import io.github.icldynamics.lab.experiment.Numbers;
import io.github.icldynamics.lab.run.ExperimentRun;
import io.github.icldynamics.lab.run.LargeRun;
import io.github.icldynamics.lab.run.LargeSummary;
import io.github.icldynamics.lab.run.RunResult;
import io.github.icldynamics.lab.run.RunSize;
import io.github.icldynamics.lab.run.RunSummary;
import io.github.icldynamics.lab.store.ColumnLog;
import io.github.icldynamics.lab.store.LargeRunFolder;
import io.github.icldynamics.lab.store.LargeRunStore;
import io.github.icldynamics.lab.store.Provenance;
import io.github.icldynamics.lab.store.RunFolder;
import io.github.icldynamics.lab.store.RunStore;
import io.github.icldynamics.lab.store.ScratchLog;
import io.github.icldynamics.prompt.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icl run}: train, tell what happened, keep it. */
@Command(
    name = "run",
    description = "Train on the population loss; print the summary and write a run folder.",
    mixinStandardHelpOptions = true,
    versionProvider = Icl.Version.class)
final class RunCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PRESET|FILE.yaml|-",
      description = "imbalanced, balanced, zipf, or an experiment file; - reads stdin")
  private String source = "";

  @Mixin private Overrides overrides = new Overrides();

  @Option(
      names = "--at",
      paramLabel = "τ1,τ2,…",
      description = "flow times at which to show the states")
  private @Nullable String at;

  @Mixin private ThreadCount threads = new ThreadCount();

  @Mixin private SaveOptions saving = new SaveOptions();

  @Option(
      names = "--resume",
      description =
          "go on with the run of the same experiment that was interrupted, if there is one")
  private boolean resume;

  @Option(names = "--print-experiment", description = "print the full experiment, run nothing")
  private boolean printExperiment;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  @ArgGroup(exclusive = false)
  private StudioAfterwards studio = new StudioAfterwards();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var experiment = overrides.apply(source().experiment());
    if (printExperiment) {
      print(ExperimentFile.canonical(experiment).stripTrailing());
      return Icl.DONE;
    }
    if (!studio.isAsked()) {
      return run(experiment);
    }
    studio.requirePossible(experiment, json);
    int code = run(experiment);
    studio.serve(experiment, spec.commandLine().getOut());
    return code;
  }

  private int run(Experiment experiment) {
    var times = times();
    int workers = threads.number();
    var size = RunSize.of(experiment);
    if (size.isLarge()) {
      requireNoTimes(size);
      return saving.isKept()
          ? runLargeAndSave(experiment, workers)
          : runLargeOnly(experiment, workers);
    }
    return saving.isKept()
        ? runAndSave(experiment, times, workers)
        : runOnly(experiment, times, workers);
  }

  private void requireNoTimes(RunSize size) {
    if (at != null) {
      throw new InvalidInputException(
          "--at",
          "is for runs of up to "
              + RunSize.MOST_HELD
              + " weights, and this one has "
              + size.weights()
              + "; choose queries with --query");
    }
  }

  private int runLargeOnly(Experiment experiment, int workers) {
    try (var scratch = ScratchLog.begin(experiment)) {
      trainMissing(experiment, scratch.log(), workers, progress());
      return tell(scratch.log().result(experiment), Optional.empty());
    }
  }

  private int runLargeAndSave(Experiment experiment, int workers) {
    var target = target(experiment);
    var started = Instant.now();
    try (var folder = open(target, experiment)) {
      var log = folder.log();
      var progress = progress();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(log, target, progress)));
      trainMissing(experiment, log, workers, progress);
      var used = Duration.between(started, Instant.now());
      var result = log.result(experiment);
      LargeRunStore.write(result, new Provenance(started, used, workers), folder);
      folder.commit();
      return tell(result, Optional.of(target));
    }
  }

  private LargeRunFolder open(Path target, Experiment experiment) {
    return resume
        ? LargeRunFolder.resume(target, experiment)
        : LargeRunFolder.begin(target, experiment);
  }

  private static void trainMissing(
      Experiment experiment, ColumnLog log, int workers, DoubleConsumer progress) {
    LargeRun.train(experiment, log.kept(), workers, progress, log::append);
  }

  /** Says what is kept if the process has to end while the run is being made. */
  private void interrupted(ColumnLog log, Path target, DoubleConsumer progress) {
    var kept = log.stop();
    if (kept.isPresent()) {
      progress.accept(1);
      spec.commandLine()
          .getErr()
          .println(
              "icl: interrupted; "
                  + kept.getAsInt()
                  + " of "
                  + log.all()
                  + " queries are kept in "
                  + target
                  + ", and the same command with --resume goes on from there");
    }
  }

  private int tell(RunResult result, Optional<Path> folder) {
    print(json ? JsonDocument.text(LargeSummary.of(result)) : RunReport.of(result, name(), folder));
    return exitCode(result);
  }

  private int runOnly(Experiment experiment, List<Double> times, int workers) {
    var run = execute(experiment, workers);
    print(report(run, times, Optional.empty()));
    return exitCode(run.result());
  }

  private int runAndSave(Experiment experiment, List<Double> times, int workers) {
    var target = target(experiment);
    var started = Instant.now();
    try (var folder = RunFolder.begin(target, experiment)) {
      var run = execute(experiment, workers);
      var used = Duration.between(started, Instant.now());
      // Before anything is kept: the states asked for may not exist.
      String report = report(run, times, Optional.of(target));
      RunStore.write(run, new Provenance(started, used, workers), folder);
      folder.commit();
      print(report);
      return exitCode(run.result());
    }
  }

  private ExperimentRun execute(Experiment experiment, int workers) {
    return ExperimentRun.execute(experiment, workers, progress());
  }

  private DoubleConsumer progress() {
    return ProgressBar.onTerminal(spec.commandLine().getErr());
  }

  private Path target(Experiment experiment) {
    return saving.target(name(), experiment);
  }

  private static int exitCode(RunResult result) {
    return reachedItsGoal(result) ? Icl.DONE : Icl.GOAL_NOT_REACHED;
  }

  /** To reach the given end; else to converge, wherever convergence is defined. */
  private static boolean reachedItsGoal(RunResult result) {
    if (result.experiment().until().isPresent()) {
      return result.outcome() != RunOutcome.STUCK;
    }
    return result.outcome() == RunOutcome.CONVERGED || !result.experiment().layerPlan().hasFloor();
  }

  private String report(ExperimentRun run, List<Double> times, Optional<Path> folder) {
    if (!json) {
      return RunReport.of(run, name(), times, folder);
    }
    return JsonDocument.text(times.isEmpty() ? RunSummary.of(run) : RunSummary.at(run, times));
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
  }

  private ExperimentSource<Experiment> source() {
    return new ExperimentSource<>(
        source, ExperimentSource.trainingPresets(), ExperimentFile::parse);
  }

  private String name() {
    return source().name();
  }

  private List<Double> times() {
    if (at == null) {
      return List.of();
    }
    var times = Arrays.stream(at.split(",", -1)).map(tau -> Numbers.finite("--at", tau)).toList();
    for (double tau : times) {
      if (tau < 0) {
        throw new InvalidInputException("--at", "must be times of at least 0, not " + tau);
      }
    }
    return times;
  }
}
