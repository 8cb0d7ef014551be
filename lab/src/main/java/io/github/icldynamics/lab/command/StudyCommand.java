package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.run.Workers;
import io.github.icldynamics.lab.study.MadeStudy;
import io.github.icldynamics.lab.study.StudyFolder;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.work.CountedProgress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code icl study}: make studies, each a page with figures. */
@Command(
    name = "study",
    description = "Make the studies: pages with figures about questions asked of the papers.")
final class StudyCommand extends Subcommand {
  @Parameters(
      paramLabel = "STUDY",
      arity = "0..*",
      description = "studies by name (default: all, with an index); icl systems --json lists them")
  private List<String> names = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the folder to write to (default: runs/studies)")
  private String out = Path.of("runs", "studies").toString();

  @Mixin private FiguresOption figures = new FiguresOption();

  @Mixin private ThreadCount threads = new ThreadCount();

  StudyCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    var chosen = chosen();
    boolean forPaper = figures.areForPaper();
    int workers = threads.number();
    var folder = new StudyFolder(GivenPath.of("--out", out));
    folder.requireWritable(List.copyOf(chosen.keySet()));
    if (names.isEmpty()) {
      folder.requireRoomForIndex();
    }
    var made = make(List.copyOf(chosen.values()), workers);
    made.forEach(folder::write);
    if (forPaper) {
      made.forEach(folder::writeForPaper);
    }
    if (names.isEmpty()) {
      folder.writeIndex(made);
    }
    made.forEach(study -> print(folder.page(study.key()) + "  " + study.page().heading()));
    return Icl.DONE;
  }

  /** The studies asked for, by name, in the order in which they are made. */
  private Map<String, Supplier<MadeStudy>> chosen() {
    var all = new LinkedHashMap<String, Supplier<MadeStudy>>();
    systems.all().forEach(system -> addStudies(system, all));
    if (names.isEmpty()) {
      return all;
    }
    var chosen = new LinkedHashMap<String, Supplier<MadeStudy>>();
    for (String name : names) {
      var study = all.get(name);
      if (study == null) {
        var known = all.keySet();
        throw new InvalidInputException(
            "STUDY",
            "must be one of %s, not %s"
                .formatted(
                    String.join(", ", known),
                    new Node.Text(name).given() + Words.hint(name, known)));
      }
      chosen.put(name, study);
    }
    return chosen;
  }

  private static <E> void addStudies(
      LearningSystem<E> system, Map<String, Supplier<MadeStudy>> studies) {
    for (var study : system.studies()) {
      studies.put(study.key(), () -> MadeStudy.of(system, study));
    }
  }

  private List<MadeStudy> make(List<Supplier<MadeStudy>> studies, int workers) {
    try (var pool = new Workers(workers);
        var progress = progress()) {
      progress.doing("making studies");
      var counted = new CountedProgress(Math.max(1, studies.size()), progress);
      return pool.inOrder(studies.stream().map(counted::counted).toList());
    }
  }
}
