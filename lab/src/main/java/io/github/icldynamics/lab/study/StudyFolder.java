package io.github.icldynamics.lab.study;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.lab.figure.Picture;
import io.github.icldynamics.lab.paper.LatexTable;
import io.github.icldynamics.lab.paper.PaperFiles;
import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.study.StudyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

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
  public Path page(String key) {
    return folder.resolve(key + ".md");
  }

  /**
   * Makes sure that the pages of studies can be written.
   *
   * @throws InvalidInputException if not
   */
  public void requireWritable(List<String> keys) {
    keys.forEach(key -> ReportFile.requireWritable(page(key)));
    keys.forEach(key -> ReportFile.requireWritable(folder.resolve(experimentName(key))));
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
  public void write(MadeStudy study) {
    List<Chart> charts = study.page().charts();
    for (int i = 0; i < charts.size(); i++) {
      ReportFile.write(folder.resolve(chartName(study.key(), i)), Picture.svg(charts.get(i)));
    }
    ReportFile.write(folder.resolve(experimentName(study.key())), Yaml.text(study.experiment()));
    ReportFile.write(page(study.key()), text(study));
  }

  /** Writes the figures and tables of a study once more, for a paper. */
  public void writeForPaper(MadeStudy study) {
    var figures = new LinkedHashMap<String, Chart>();
    for (int i = 0; i < study.page().charts().size(); i++) {
      figures.put(study.key() + "-" + (i + 1), study.page().charts().get(i));
    }
    var tables = study.page().tables().stream().map(LatexTable::of).toList();
    var files = PaperFiles.of(figures).with(study.key() + "-" + PaperFiles.TABLE, tables);
    ReportFile.writeAll(folder, files.all());
  }

  /** Writes the index of all studies. */
  public void writeIndex(List<MadeStudy> studies) {
    var text = new StringBuilder(INDEX_HEADING);
    text.append("\nQuestions that were asked in print about the paper, answered with exact runs. ");
    text.append("`./icl study --out docs/studies` makes all of this again.\n");
    studies.forEach(study -> text.append('\n').append(entry(study)));
    ReportFile.write(folder.resolve(INDEX), text.append('\n').toString());
  }

  private static String entry(MadeStudy study) {
    return "- [" + study.page().heading() + "](" + study.key() + ".md): " + study.page().question();
  }

  private static String experimentName(String key) {
    return key + ".yaml";
  }

  private static String chartName(String key, int index) {
    return key + "-" + (index + 1) + ".svg";
  }

  private static String text(MadeStudy study) {
    var page = study.page();
    var text = new StringBuilder("# " + page.heading() + "\n\n*" + page.question() + "*\n");
    for (int i = 0; i < page.charts().size(); i++) {
      text.append("\n![Figure ").append(i + 1).append("](");
      text.append(chartName(study.key(), i)).append(")\n");
    }
    page.tables().forEach(table -> text.append('\n').append(markdown(table)));
    page.paragraphs().forEach(paragraph -> text.append('\n').append(paragraph).append('\n'));
    String experiment = experimentName(study.key());
    text.append("\nMade by `icl study ").append(study.key()).append("`; one run of it is ");
    text.append("[").append(experiment).append("](").append(experiment);
    return text.append("), for `icl run`.\n").toString();
  }

  private static String markdown(StudyTable table) {
    var text = new StringBuilder(table.title()).append("\n\n");
    text.append(line(table.heads()));
    text.append("|---".repeat(table.heads().size())).append("|\n");
    table.rows().forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
