package io.github.icldynamics.lab.study;

import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.figure.Figure;
import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.prompt.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A folder of studies: pages of Markdown with their figures and experiments, and an index of them.
 */
public final class StudyFolder {
  private static final String INDEX = "README.md";
  private static final String INDEX_HEADING = "# Studies\n";

  private final Path folder;

  public StudyFolder(Path folder) {
    this.folder = folder;
  }

  /** The page of a study. */
  public Path page(Study study) {
    return folder.resolve(study.key() + ".md");
  }

  /**
   * Makes sure that the pages of studies can be written.
   *
   * @throws InvalidInputException if not
   */
  public void requireWritable(List<Study> studies) {
    studies.forEach(study -> ReportFile.requireWritable(page(study)));
    studies.forEach(study -> ReportFile.requireWritable(experiment(study)));
  }

  /**
   * Makes sure that there is no other README where the index is to be.
   *
   * @throws InvalidInputException if there is
   */
  public void requireRoomForIndex() {
    var index = folder.resolve(INDEX);
    ReportFile.requireWritable(index);
    try {
      if (Files.exists(index) && !Files.readString(index).startsWith(INDEX_HEADING)) {
        throw new InvalidInputException(
            "--out", "must be a folder without a README.md of another kind, not " + folder);
      }
    } catch (IOException e) {
      throw new InvalidInputException("--out", "must be a folder that can be read, not " + folder);
    }
  }

  /** Writes one study, its page last. */
  public void write(Study study, StudyPage page) {
    List<Figure> figures = page.figures();
    for (int i = 0; i < figures.size(); i++) {
      ReportFile.write(folder.resolve(figureName(study, i)), figures.get(i).svg());
    }
    ReportFile.write(experiment(study), ExperimentFile.canonical(page.experiment()));
    ReportFile.write(page(study), text(study, page));
  }

  /** Writes the index of all studies. */
  public void writeIndex(Map<Study, StudyPage> pages) {
    var text = new StringBuilder(INDEX_HEADING);
    text.append("\nQuestions that were asked in print about the paper, answered with exact runs. ");
    text.append("`./icl study --out docs/studies` makes all of this again.\n");
    pages.forEach((study, page) -> text.append('\n').append(entry(study, page)));
    ReportFile.write(folder.resolve(INDEX), text.append('\n').toString());
  }

  private static String entry(Study study, StudyPage page) {
    return "- [" + page.heading() + "](" + study.key() + ".md): " + page.question();
  }

  private Path experiment(Study study) {
    return folder.resolve(experimentName(study));
  }

  private static String experimentName(Study study) {
    return study.key() + ".yaml";
  }

  private static String figureName(Study study, int index) {
    return study.key() + "-" + (index + 1) + ".svg";
  }

  private static String text(Study study, StudyPage page) {
    var text = new StringBuilder("# " + page.heading() + "\n\n*" + page.question() + "*\n");
    for (int i = 0; i < page.figures().size(); i++) {
      text.append("\n![Figure ").append(i + 1).append("](").append(figureName(study, i));
      text.append(")\n");
    }
    page.paragraphs().forEach(paragraph -> text.append('\n').append(paragraph).append('\n'));
    text.append("\nMade by `icl study ").append(study.key()).append("`; one run of it is ");
    text.append("[").append(experimentName(study)).append("](").append(experimentName(study));
    return text.append("), for `icl run`.\n").toString();
  }
}
