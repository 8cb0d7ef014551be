package io.github.icldynamics.lab.paper;

import io.github.icldynamics.study.StudyTable;
import io.github.icldynamics.system.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in LaTeX, for {@code \input}: a {@code tabular} under a comment that says what it holds.
 * Numbers stand to the right, texts to the left. It needs no package.
 *
 * @param title one sentence
 */
public record LatexTable(String title, List<String> heads, List<List<String>> rows) {
  public LatexTable {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table of a study. */
  public static LatexTable of(StudyTable table) {
    return new LatexTable(table.title(), table.heads(), table.rows());
  }

  /** The tables of a report, each under the line above it. */
  public static List<LatexTable> of(List<Block> report) {
    var tables = new ArrayList<LatexTable>();
    String line = "";
    for (var block : report) {
      switch (block) {
        case Block.Line(String text) -> line = text;
        case Block.Gap() -> {
          // What follows may still be about the line above.
        }
        case Block.Grid(var heads, var rows) -> {
          tables.add(new LatexTable(line, heads, rows));
          line = "";
        }
      }
    }
    return tables;
  }

  /** Tables one after the other, as the text of a file. */
  public static String file(List<LatexTable> tables) {
    return tables.stream().map(LatexTable::text).collect(Collectors.joining("\n"));
  }

  private String text() {
    var text = new StringBuilder("% " + title.replace('\n', ' ') + "\n");
    text.append("\\begin{tabular}{");
    for (int j = 0; j < heads.size(); j++) {
      text.append(isNumeric(j) ? 'r' : 'l');
    }
    text.append("}\n\\hline\n").append(line(heads)).append("\\hline\n");
    rows.forEach(row -> text.append(line(row)));
    return text.append("\\hline\n\\end{tabular}\n").toString();
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().map(row -> row.get(column)).allMatch(LatexTable::isNumeric);
  }

  private static boolean isNumeric(String cell) {
    return cell.matches("[−+-]?[0-9.]+(?:e[+-]?[0-9]+)?(?: ± [0-9.e-]+)?|[–-]?|∞|inf");
  }

  private static String line(List<String> cells) {
    // What begins with a bracket or a star would be taken for the argument of the line before.
    String first = cells.getFirst().matches("[\\[*].*") ? "{}" : "";
    return cells.stream().map(LatexText::of).collect(Collectors.joining(" & ", first, " \\\\\n"));
  }
}
