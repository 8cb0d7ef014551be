package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.run.Runner;
import io.github.icldynamics.lab.runs.RunMaking;
import io.github.icldynamics.lab.store.RunFolder;
import io.github.icldynamics.lab.store.RunStore;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.system.TimeScale;
import io.github.icldynamics.system.Wanted;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code icl run}: train, tell what happened, keep it; of any system. */
@Command(
    name = "run",
    aliases = "classify",
    description = "Train on the population loss; print the summary and write a run folder.",
    sortOptions = false)
final class RunCommand extends Subcommand {
  private static final Choice<TimeScale> TIME_SCALES =
      new Choice<TimeScale>("--time-axis")
          .or("auto", TimeScale.AUTOMATIC)
          .or("linear", TimeScale.LINEAR)
          .or("log", TimeScale.LOGARITHMIC);

  private final FieldOptions fields;

  @Parameters(
      paramLabel = "PRESET|FILE.yaml|-",
      description = "a preset (icl systems lists them), or an experiment file; - reads stdin")
  private String source = "";

  @Option(
      names = "--at",
      paramLabel = "τ1,τ2,…",
      description = "flow times at which to show the states")
  private @Nullable String at;

  @Mixin private ThreadCount threads = new ThreadCount();

  @Option(
      names = "--resume",
      description =
          "go on with the run of the same experiment that was interrupted, if there is one")
  private boolean resume;

  @Option(
      names = "--restart",
      description = "drop what an interrupted run has left, which is what happens without --resume")
  private boolean restart;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the run folder (default: runs/NAME-HASH)")
  private @Nullable String out;

  @Option(names = "--no-save", description = "write no run folder")
  private boolean noSave;

  @Option(
      names = "--print-experiment",
      description = "print the full experiment, run nothing (YAML; JSON with --json)")
  private boolean printExperiment;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  @Option(
      names = "--time-axis",
      paramLabel = "auto|linear|log",
      description =
          "how the figures space time (default: auto, which is linear where the phases would"
              + " crowd)")
  private @Nullable String timeAxis;

  @Mixin private FiguresOption figures = new FiguresOption();

  @ArgGroup(exclusive = false)
  private StudioAfterwards studio = new StudioAfterwards();

  private RunCommand(Systems systems, FieldOptions fields) {
    super(systems);
    this.fields = fields;
  }

  /**
   * The command.
   *
   * @param offered the systems whose fields are options
   */
  static CommandLine line(Systems systems, List<LearningSystem<?>> offered) {
    var fields = new FieldOptions(offered);
    var line = new CommandLine(new RunCommand(systems, fields));
    fields.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() {
    var given = source().given().with(fields.given(commandLine().getParseResult()));
    if (printExperiment) {
      requireNothingRun();
      print(json ? Json.text(given.document()) : Yaml.text(given.document()).stripTrailing());
      return Icl.DONE;
    }
    if (!studio.isAsked()) {
      return run(given);
    }
    studio.requirePossible(given, json);
    int code = run(given);
    studio.serve(given, commandLine().getOut());
    return code;
  }

  /** What would be done with a run that is not made would be ignored. */
  private void requireNothingRun() {
    String option = "--print-experiment";
    requireNotBoth(at != null, "--at", option);
    requireNotBoth(out != null, "--out", option);
    requireNotBoth(resume, "--resume", option);
    requireNotBoth(restart, "--restart", option);
    requireNotBoth(timeAxis != null, "--time-axis", option);
    requireNotBoth(figures.areForPaper(), "--figures paper", option);
    requireNotBoth(studio.isAsked(), "--studio", option);
  }

  private int run(Given<?> given) {
    boolean forPaper = figures.areForPaper();
    TIME_SCALES.of(timeAxis);
    requireNotBoth(noSave && out != null, "--out", "--no-save");
    requireNotBoth(noSave && forPaper, "--figures paper", "--no-save");
    requireNotBoth(noSave && timeAxis != null, "--time-axis", "--no-save");
    requireNotBoth(noSave && resume, "--resume", "--no-save");
    requireNotBoth(restart && resume, "--restart", "--resume");
    var times = times();
    int workers = threads.number();
    try {
      return noSave ? runOnly(given, times, workers) : runAndSave(given, times, workers);
    } catch (InvalidInputException e) {
      throw e.field().equals("times") ? e.renamed("--at") : e;
    }
  }

  private int runOnly(Given<?> given, List<Double> times, int workers) {
    var wanted = new Wanted(times, Wanted.Detail.SUMMARY);
    RunRecord record;
    try (var progress = progress()) {
      record = Runner.record(given, wanted, workers, progress);
    }
    return tell(given, record, times, Optional.empty());
  }

  private int runAndSave(Given<?> given, List<Double> times, int workers) {
    var target =
        out == null ? RunFolder.defaultPath(source().name(), given) : GivenPath.of("--out", out);
    var making = new RunMaking(given, source().name(), times, timeScale(), figures.areForPaper());
    var plan = making.plan();
    try (var folder = open(target, given, plan)) {
      tellDropped(folder);
      var record = made(making, plan, folder, workers);
      return tell(given, record, times, Optional.of(target));
    }
  }

  private RunRecord made(RunMaking making, RunPlan plan, RunFolder folder, int workers) {
    try (var progress = progress()) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(folder, progress)));
      return making.make(plan, folder, workers, progress);
    } catch (StorageException e) {
      throw folder.kept() == 0 ? e : e.saying(kept(folder.kept(), folder));
    } catch (InvalidInputException e) {
      throw folder.kept() == 0 ? e : e.saying(kept(folder.kept(), folder));
    }
  }

  private static String kept(int parts, RunFolder folder) {
    return "%s of the run %s kept in %s, and the same command with --resume goes on from there"
        .formatted(
            parts == 1 ? "a part" : parts + " parts", parts == 1 ? "is" : "are", folder.draft());
  }

  private void tellDropped(RunFolder folder) {
    if (folder.dropped() > 0) {
      commandLine()
          .getErr()
          .printf(
              "icl: the last %s bytes that the interrupted run has left are no whole part of it,"
                  + " which is made again%n",
              folder.dropped());
    }
  }

  private RunFolder open(Path target, Given<?> given, RunPlan plan) {
    return resume ? RunFolder.resume(target, given, plan) : RunFolder.begin(target, given, plan);
  }

  /** Says what is kept if the process has to end while the run is being made. */
  private void interrupted(RunFolder folder, ProgressDisplay progress) {
    try {
      int parts = folder.stop();
      if (parts > 0) {
        progress.close();
        commandLine().getErr().println("icl: interrupted; " + kept(parts, folder));
      }
    } catch (StorageException e) {
      commandLine().getErr().println("icl: " + e.getMessage());
    }
  }

  private int tell(Given<?> given, RunRecord record, List<Double> times, Optional<Path> folder) {
    print(
        json
            ? Json.text(summary(given, record, folder))
            : RunReport.of(given.system().report(record, source().name(), times), folder));
    return record.goalReached() ? Icl.DONE : Icl.GOAL_NOT_REACHED;
  }

  /** What programs read of a run, and where it was written, if it was. */
  private static Node summary(Given<?> given, RunRecord record, Optional<Path> folder) {
    return RunStore.summary(given.system(), record)
        .with(
            "folder",
            folder.<Node>map(path -> new Node.Text(path.toString())).orElseGet(Node.Nothing::new));
  }

  private ExperimentSource source() {
    return new ExperimentSource(systems, source);
  }

  private TimeScale timeScale() {
    return TIME_SCALES.of(timeAxis);
  }

  private List<Double> times() {
    if (at == null) {
      return List.of();
    }
    var times = Arrays.stream(at.split(",", -1)).map(tau -> Numerals.finite("--at", tau)).toList();
    for (double tau : times) {
      if (tau < 0) {
        throw new InvalidInputException("--at", "must be times of at least 0, not " + tau);
      }
    }
    return times;
  }
}
