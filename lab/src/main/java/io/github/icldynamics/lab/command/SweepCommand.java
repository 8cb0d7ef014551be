package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.paper.PaperFiles;
import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.sweep.Sweep;
import io.github.icldynamics.lab.sweep.SweepCounts;
import io.github.icldynamics.lab.sweep.SweepEngines;
import io.github.icldynamics.lab.sweep.SweepFolder;
import io.github.icldynamics.lab.sweep.SweepFormat;
import io.github.icldynamics.lab.sweep.SweepMaker;
import io.github.icldynamics.lab.sweep.SweepResult;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.work.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code icl sweep}: many runs from one file, as a table, pictures and a page. */
@Command(
    name = "sweep",
    description = "Run every combination of values; write a table, figures and a page.",
    sortOptions = false)
final class SweepCommand extends Subcommand {
  private final FieldOptions fields;
  private final SweepEngines engines;

  @Parameters(
      paramLabel = "PRESET|FILE.yaml|-",
      description = "a sweep, or an experiment of which --vary says what varies; - reads stdin")
  private String source = "";

  @Option(
      names = "--vary",
      paramLabel = "FIELD=VALUES",
      description =
          "a field by its path or symbol, and its values: 10,100,1000 or 10..1e6:log:11 or"
              + " 0.1..0.9:9, or an expression of other fields such as K^2; may be repeated")
  private List<String> varied = List.of();

  @Option(
      names = "--measure",
      paramLabel = "NAME,…",
      split = ",",
      description = "facts, landmarks, or table.column for its last row (default: all)")
  private List<String> measures = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "n",
      description = "runs of each combination, with seeds of their own (default: 1)")
  private @Nullable String seeds;

  @Option(names = "--name", paramLabel = "NAME", description = "what it is called")
  private @Nullable String name;

  @Mixin private ThreadCount threads = new ThreadCount();

  @Mixin private EngineOptions engineOptions = new EngineOptions();

  @Option(
      names = "--resume",
      description =
          "go on with an interrupted sweep, which is what happens anyway: runs that are there are"
              + " not made again")
  private boolean resume;

  @Option(names = "--restart", description = "make all runs again")
  private boolean restart;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the folder of the sweep (default: runs/NAME-HASH)")
  private @Nullable String out;

  @Option(
      names = "--print-sweep",
      description = "print the sweep in full, run nothing (YAML; JSON with --json)")
  private boolean printSweep;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  @Mixin private FiguresOption figures = new FiguresOption();

  private SweepCommand(Systems systems, SweepEngines engines, FieldOptions fields) {
    super(systems);
    this.engines = engines;
    this.fields = fields;
  }

  /**
   * The command.
   *
   * @param engines that can carry out a sweep
   * @param offered the systems whose fields are options
   */
  static CommandLine line(Systems systems, SweepEngines engines, List<LearningSystem<?>> offered) {
    var fields = new FieldOptions(offered);
    var line = new CommandLine(new SweepCommand(systems, engines, fields));
    fields.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() {
    requireNotBoth(restart && resume, "--restart", "--resume");
    boolean forPaper = figures.areForPaper();
    int workers = threads.number();
    engineOptions.require(engines);
    var sweep = sweep();
    if (printSweep) {
      var document = SweepFormat.write(sweep);
      print(json ? Json.text(document) : Yaml.text(document).stripTrailing());
      return Icl.DONE;
    }
    var target = out == null ? SweepFolder.defaultPath(sweep) : GivenPath.of("--out", out);
    try (var folder = restart ? SweepFolder.anew(target, sweep) : SweepFolder.open(target, sweep)) {
      return make(sweep, folder, target, workers, forPaper);
    }
  }

  private Sweep sweep() {
    var source = new SweepSource(systems, this.source);
    var sweep = source.sweep(axes(), fields.given(commandLine().getParseResult()));
    return new Sweep(
        name == null ? sweep.name() : name,
        sweep.base(),
        seeds == null ? sweep.seeds() : SweepFormat.seeds("--seeds", seeds),
        sweep.axes(),
        measures.isEmpty() ? sweep.measures() : measures,
        sweep.plots());
  }

  /** The texts of axes by their fields. */
  private Map<String, String> axes() {
    var axes = new LinkedHashMap<String, String>();
    for (String each : varied) {
      int equals = each.indexOf('=');
      if (equals < 1 || equals == each.length() - 1) {
        throw new InvalidInputException(
            "--vary", "must be FIELD=VALUES such as K=10,100,1000, not " + each);
      }
      if (axes.put(each.substring(0, equals), each.substring(equals + 1)) != null) {
        throw new InvalidInputException("--vary " + each.substring(0, equals), "is given twice");
      }
    }
    return axes;
  }

  private int make(Sweep sweep, SweepFolder folder, Path target, int workers, boolean forPaper) {
    var isOver = new AtomicBoolean();
    SweepResult result;
    SweepMaker maker;
    try (var progress = progress()) {
      maker = new SweepMaker(systems, sweep, folder, progress);
      var interruption = new Thread(() -> interrupted(sweep, target, isOver, progress));
      Runtime.getRuntime().addShutdownHook(interruption);
      makeRuns(maker, workers, progress);
      result = maker.writeUp(workers);
      if (forPaper) {
        ReportFile.writeAll(target, PaperFiles.of(result.charts()).all());
      }
    } catch (StorageException e) {
      throw e.saying(kept(sweep, target));
    } finally {
      isOver.set(true);
    }
    var counts = result.counts();
    print(
        json
            ? Json.text(document(sweep, counts, maker, target))
            : report(sweep, counts, maker, target));
    return counts.areAllReached() ? Icl.DONE : Icl.GOAL_NOT_REACHED;
  }

  private void makeRuns(SweepMaker maker, int threads, Progress progress) {
    // A cluster takes its time to answer, and is not asked for nothing.
    if (maker.isMissingRuns()) {
      try (var engine = engineOptions.open(engines, systems, threads, progress)) {
        maker.makeRuns(engine);
      }
    }
  }

  private void interrupted(
      Sweep sweep, Path target, AtomicBoolean isOver, ProgressDisplay progress) {
    if (!isOver.get()) {
      progress.close();
      commandLine().getErr().println("icl: interrupted; " + kept(sweep, target));
    }
  }

  private static String kept(Sweep sweep, Path target) {
    return "%,d of the runs of %,d points are kept in %s, and the same command goes on from there"
        .formatted(SweepFolder.runFiles(target).count(), sweep.size(), target);
  }

  private static String report(Sweep sweep, SweepCounts counts, SweepMaker maker, Path target) {
    var text = new StringBuilder("%,d points".formatted(sweep.size()));
    counts
        .outcomes()
        .forEach((outcome, number) -> text.append(", %,d %s".formatted(number, outcome)));
    if (counts.failed() > 0) {
      text.append(", %,d without a run".formatted(counts.failed()));
    }
    text.append("; %,d runs made".formatted(maker.made()));
    text.append(maker.made() < sweep.size() - counts.failed() ? ", the others were there" : "");
    counts.faults().forEach(fault -> text.append("\n  not run: ").append(fault));
    return text.append("\n\nWritten to ")
        .append(target)
        .append(" (report.html, table.csv, table.parquet)")
        .toString();
  }

  private static Node document(Sweep sweep, SweepCounts counts, SweepMaker maker, Path target) {
    var outcomes = new LinkedHashMap<String, Node>();
    counts.outcomes().forEach((outcome, number) -> outcomes.put(outcome, new Node.Whole(number)));
    return Node.Mapping.empty()
        .with("sweep", SweepFormat.write(sweep))
        .with("points", new Node.Whole(sweep.size()))
        .with("made", new Node.Whole(maker.made()))
        .with("outcomes", new Node.Mapping(outcomes))
        .with("failed", new Node.Whole(counts.failed()))
        .with("folder", new Node.Text(target.toString()));
  }
}
