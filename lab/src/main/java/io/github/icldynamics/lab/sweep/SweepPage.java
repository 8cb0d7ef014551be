package io.github.icldynamics.lab.sweep;

import static io.github.icldynamics.lab.page.HtmlText.escaped;
import static io.github.icldynamics.lab.page.HtmlText.formula;

import io.github.icldynamics.lab.page.HtmlPage;
import io.github.icldynamics.lab.page.HtmlText;
import io.github.icldynamics.lab.store.Provenance;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.record.TableForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A sweep as one web page: its pictures, fits, first rows, and the document that made it. */
final class SweepPage {
  private SweepPage() {}

  /**
   * The page.
   *
   * @param figures with their fits
   * @param pictures as SVG, by name
   */
  static String of(
      Sweep sweep,
      TableForm form,
      SweepGathering gathered,
      SweepFigures figures,
      Map<String, String> pictures) {
    var page = new HtmlPage("ICL Dynamics: sweep " + sweep.name());
    page.line("<h1>Sweep " + escaped(sweep.name()) + "</h1>");
    page.line("<p>" + escaped(inWords(sweep, gathered)) + "</p>");
    for (String fault : gathered.counts().faults()) {
      page.line("<p class=\"soft\">Not run: " + escaped(fault) + "</p>");
    }
    pictures.forEach(page::picture);
    fits(figures.fits(), page);
    page.line("<h2>The sweep</h2>");
    page.line("<pre>" + escaped(Yaml.text(SweepFormat.write(sweep))) + "</pre>");
    rows(form, gathered, page);
    page.line("<p class=\"soft\">icl " + escaped(Provenance.version()) + "</p>");
    return page.text();
  }

  private static String inWords(Sweep sweep, SweepGathering gathered) {
    String outcomes =
        gathered.counts().outcomes().entrySet().stream()
            .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
            .collect(Collectors.joining(", "));
    String failed =
        gathered.counts().failed() == 0
            ? ""
            : ", %,d without a run".formatted(gathered.counts().failed());
    return "%s of %s: %,d points; %s%s."
        .formatted(
            sweep.axes().stream().map(Axis::field).collect(Collectors.joining(" × ")),
            sweep.base().system().title(),
            gathered.size(),
            outcomes,
            failed);
  }

  private static void fits(List<List<String>> fits, HtmlPage page) {
    if (fits.isEmpty()) {
      return;
    }
    page.line("<h2>Power laws</h2>");
    page.heads(List.of("of", "where", "exponent", "±", "law", "largest |ln y − fit|"));
    fits.forEach(row -> page.row(row.stream().map(cell -> formula(cell)).toList()));
    page.line("</table>");
    page.line(
        "<p class=\"soft\">± is the 95% of least squares: it tells how terms left out of the fit"
            + " scatter, not how far they bend it. The correction is the one that Akaike's"
            + " criterion prefers.</p>");
  }

  private static void rows(TableForm form, SweepGathering gathered, HtmlPage page) {
    page.line("<h2>Rows</h2>");
    if (gathered.size() > gathered.first().size()) {
      page.line(
          "<p class=\"soft\">The first %d of %,d; all are in table.csv and table.parquet.</p>"
              .formatted(gathered.first().size(), gathered.size()));
    }
    page.line("<div class=\"wide\">");
    page.heads(form.columns().stream().map(column -> escaped(column.name())).toList());
    gathered.first().forEach(row -> page.row(row.stream().map(HtmlText::escaped).toList()));
    page.line("</table></div>");
  }
}
