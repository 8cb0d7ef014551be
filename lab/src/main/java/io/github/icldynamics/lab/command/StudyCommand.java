package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.run.Workers;
import io.github.icldynamics.lab.study.Study;
import io.github.icldynamics.lab.study.StudyFolder;
import io.github.icldynamics.lab.study.StudyPage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icl study}: make studies, each a page with figures. */
@Command(
    name = "study",
    description = "Make the studies: pages with figures about questions asked of the paper.",
    mixinStandardHelpOptions = true,
    versionProvider = Icl.Version.class)
final class StudyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "STUDY",
      arity = "0..*",
      description =
          "imbalance-ratio, initial-weights, learning-rate, prompt-length,"
              + " balanced-against-imbalanced, faster-training, correlated-features,"
              + " function-classes, changing-laws, label-noise (default: all, with an index)")
  private List<String> names = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the folder to write to (default: runs/studies)")
  private Path out = Path.of("runs", "studies");

  @Mixin private ThreadCount threads = new ThreadCount();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var studies =
        names.isEmpty()
            ? List.of(Study.values())
            : names.stream().distinct().map(Study::named).toList();
    int workers = threads.number();
    var folder = new StudyFolder(out);
    folder.requireWritable(studies);
    if (names.isEmpty()) {
      folder.requireRoomForIndex();
    }
    var pages = make(studies, workers);
    pages.forEach(folder::write);
    if (names.isEmpty()) {
      folder.writeIndex(pages);
    }
    pages.forEach((study, page) -> print(folder.page(study) + "  " + page.heading()));
    return Icl.DONE;
  }

  private Map<Study, StudyPage> make(List<Study> studies, int workers) {
    var progress = ProgressBar.onTerminal(spec.commandLine().getErr());
    var pages = new LinkedHashMap<Study, StudyPage>();
    try (var pool = new Workers(workers, studies.size(), progress)) {
      var made =
          pool.inOrder(studies.stream().<Supplier<StudyPage>>map(study -> study::make).toList());
      for (int i = 0; i < made.size(); i++) {
        pages.put(studies.get(i), made.get(i));
      }
    }
    return pages;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
