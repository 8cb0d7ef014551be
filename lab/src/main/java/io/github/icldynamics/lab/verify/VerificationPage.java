package io.github.icldynamics.lab.verify;

import static io.github.icldynamics.lab.verify.HtmlText.escaped;
import static io.github.icldynamics.lab.verify.HtmlText.formula;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Finding;
import io.github.icldynamics.claim.Paper;
import io.github.icldynamics.lab.figure.Picture;
import io.github.icldynamics.lab.store.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report as one web page that needs nothing else: a table of all claims, then each with its
 * statement, what was measured, and its figures.
 */
public final class VerificationPage {
  private static final String STYLE =
      """
      :root { color-scheme: light; --ink: #222; --soft: #5a5a5a; --line: #ddd; --paper: #fff; }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
        max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .3rem; }
      .soft { color: var(--soft); } table { border-collapse: collapse; width: 100%; margin: .8rem 0; }
      th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line);
        vertical-align: top; } th { font-weight: 600; }
      td { font-variant-numeric: tabular-nums; }
      .verdict { white-space: nowrap; font-weight: 600; } .holds, .holds-restricted { color: #00624a; }
      .fails { color: #a33c00; } .inconclusive, .not-applicable { color: #5a5a5a; }
      .formula { font-family: Cambria, "STIX Two Text", "DejaVu Serif", serif; font-size: 1.05rem;
        border-left: 3px solid #0072b2; padding: .2rem .8rem; margin: .6rem 0; }
      dl { display: grid; grid-template-columns: 8rem 1fr; gap: .2rem .8rem; margin: .6rem 0; }
      dt { color: var(--soft); } dd { margin: 0; } img { max-width: 100%; height: auto; }
      sub, sup { line-height: 0; font-size: 75%; } code { font-size: .9em; } a { color: #00578a; }
      """;

  private final Verification verification;
  private final List<String> headlines;
  private final StringBuilder page = new StringBuilder();

  private VerificationPage(Verification verification, List<String> headlines) {
    this.verification = verification;
    this.headlines = headlines;
  }

  /**
   * The page.
   *
   * @param headlines claims whose readings answer what was asked of a paper
   */
  public static String of(Verification verification, List<String> headlines) {
    var page = new VerificationPage(verification, headlines);
    page.write();
    return page.page.toString();
  }

  private void write() {
    line("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<title>ICL Dynamics: claims verified</title>\n<style>\n" + STYLE + "</style>\n</head>");
    line("<body>\n<h1>Claims put to the test</h1>");
    line("<p class=\"soft\">" + escaped(papers()) + "</p>");
    line("<p>" + escaped(VerificationSummary.counts(verification)) + "</p>");
    line(
        "<p class=\"soft\">± of a fitted quantity is the 95% of least squares: it tells how terms"
            + " left out of the fit scatter, not how far they bend it. icl "
            + escaped(Provenance.version())
            + "</p>");
    inWords();
    overview();
    verification.findings().forEach(this::section);
    line("</body>\n</html>");
  }

  private void line(String html) {
    page.append(html).append('\n');
  }

  private String papers() {
    return verification.findings().stream()
        .map(finding -> finding.claim().source().paper())
        .distinct()
        .map(Paper::reference)
        .collect(Collectors.joining("; "));
  }

  private void inWords() {
    var readings = VerificationSummary.inWords(verification, headlines);
    if (!readings.isEmpty()) {
      line("<ul>");
      readings.forEach(reading -> line("<li>" + formula(reading) + "</li>"));
      line("</ul>");
    }
  }

  private void overview() {
    line("<table>\n<tr><th>verdict</th><th>whose</th><th>claim</th></tr>");
    for (var finding : verification.findings()) {
      var claim = finding.claim();
      line(
          row(
              verdict(finding),
              escaped(claim.source().standing().key()),
              "<a href=\"#%s\">%s</a>"
                  .formatted(escaped(claim.id()), formula(claim.statement().title()))));
    }
    line("</table>");
  }

  private static String row(String... cells) {
    return List.of(cells).stream()
        .map(cell -> "<td>" + cell + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String verdict(Finding finding) {
    var kind = VerdictKind.of(finding.verdict());
    return "<span class=\"verdict %s\">%s %s</span>"
        .formatted(kind.key(), kind.sign(), kind.words());
  }

  private void section(Finding finding) {
    var claim = finding.claim();
    var statement = claim.statement();
    line("<h2 id=\"%s\">".formatted(escaped(claim.id())));
    line(formula(statement.title()) + "</h2>");
    line(
        "<p>%s <span class=\"soft\"><code>%s</code> · %s · %s</span></p>"
            .formatted(
                verdict(finding),
                escaped(claim.id()),
                escaped(claim.source().standing().key()),
                formula(claim.source().place())));
    line("<p>" + formula(statement.words()) + "</p>");
    line("<p class=\"formula\">" + formula(statement.formula()) + "</p>");
    line("<dl>");
    definition("needs", statement.hypothesis());
    definition("measured", statement.measured());
    definition("tolerance", statement.tolerance());
    definition("verdict", VerificationSummary.verdict(finding));
    definition("meaning", statement.reading());
    line("</dl>");
    if (!finding.checks().isEmpty()) {
      checks(finding.checks());
    }
    finding.exhibits().forEach(this::figure);
  }

  private void definition(String term, String text) {
    line("<dt>" + term + "</dt><dd>" + formula(text) + "</dd>");
  }

  private void checks(List<Check> checks) {
    line("<table>\n<tr><th>quantity</th><th>measured</th><th>stated</th><th></th></tr>");
    for (var check : checks) {
      line(
          row(
              formula(check.name()),
              escaped(EvidenceText.measured(check)),
              escaped(EvidenceText.expected(check.expectation())),
              VerdictKind.of(check.ruling()).sign()));
    }
    line("</table>");
  }

  private void figure(Exhibit exhibit) {
    byte[] svg = Picture.svg(ExhibitChart.of(exhibit)).getBytes(StandardCharsets.UTF_8);
    line(
        "<p><img alt=\"%s\" src=\"data:image/svg+xml;base64,%s\"></p>"
            .formatted(escaped(exhibit.title()), Base64.getEncoder().encodeToString(svg)));
  }
}
