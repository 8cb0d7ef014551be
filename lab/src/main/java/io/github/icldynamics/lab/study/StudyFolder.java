package io.github.icldynamics.lab.study;

import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.store.ReportFile;
import java.nio.file.Path;
import java.util.Map;

/** Writes studies as pages of Markdown with their figures and experiments, and an index of them. */
public final class StudyFolder {
  private static final String INDEX = "README.md";

  private StudyFolder() {}

  /** The file that must be writable for a study to be kept. */
  public static Path page(Path folder, Study study) {
    return folder.resolve(study.title() + ".md");
  }

  /** Writes one study. */
  public static void write(Path folder, Study study, StudyPage page) {
    for (int i = 0; i < page.figures().size(); i++) {
      ReportFile.write(folder.resolve(figureName(study, i)), page.figures().get(i).svg());
    }
    ReportFile.write(
        folder.resolve(study.title() + ".yaml"), ExperimentFile.canonical(page.experiment()));
    ReportFile.write(page(folder, study), text(study, page));
  }

  /** Writes the index of all studies. */
  public static void writeIndex(Path folder, Map<Study, StudyPage> pages) {
    var text = new StringBuilder("# Studies\n\n");
    text.append("Questions that were asked in print about the paper, answered with exact runs. ");
    text.append("`./icl study --out docs/studies` makes all of this again, to the bit.\n");
    pages.forEach(
        (study, page) ->
            text.append("\n- [")
                .append(page.heading())
                .append("](")
                .append(study.title())
                .append(".md): ")
                .append(page.question()));
    ReportFile.write(folder.resolve(INDEX), text.append('\n').toString());
  }

  private static String figureName(Study study, int index) {
    return study.title() + "-" + (index + 1) + ".svg";
  }

  private static String text(Study study, StudyPage page) {
    var text = new StringBuilder("# " + page.heading() + "\n\n*" + page.question() + "*\n");
    for (int i = 0; i < page.figures().size(); i++) {
      text.append("\n![Figure ").append(i + 1).append("](").append(figureName(study, i));
      text.append(")\n");
    }
    page.paragraphs().forEach(paragraph -> text.append('\n').append(paragraph).append('\n'));
    text.append("\nMade by `./icl study ").append(study.title()).append("`; one run of it: ");
    text.append("`./icl run docs/studies/").append(study.title()).append(".yaml`.\n");
    return text.toString();
  }
}
