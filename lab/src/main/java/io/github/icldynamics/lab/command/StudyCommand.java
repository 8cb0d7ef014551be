package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.run.Workers;
import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.lab.study.Study;
import io.github.icldynamics.lab.study.StudyFolder;
import io.github.icldynamics.lab.study.StudyPage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
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
              + " balanced-against-imbalanced (default: all, with an index)")
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
    studies.forEach(study -> ReportFile.requireWritable(StudyFolder.page(out, study)));
    var progress = ProgressBar.onTerminal(spec.commandLine().getErr());
    List<StudyPage> made;
    try (var workers = new Workers(threads.number(), studies.size(), progress)) {
      made =
          workers.inOrder(studies.stream().<Callable<StudyPage>>map(study -> study::make).toList());
    }
    var pages = new LinkedHashMap<Study, StudyPage>();
    for (int i = 0; i < studies.size(); i++) {
      pages.put(studies.get(i), made.get(i));
      StudyFolder.write(out, studies.get(i), made.get(i));
      print(StudyFolder.page(out, studies.get(i)) + "  " + made.get(i).heading());
    }
    if (names.isEmpty()) {
      StudyFolder.writeIndex(out, pages);
    }
    return Icl.DONE;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
