package io.github.icldynamics.lab.verify;

import static io.github.icldynamics.lab.page.HtmlText.escaped;
import static io.github.icldynamics.lab.page.HtmlText.formula;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Finding;
import io.github.icldynamics.claim.Paper;
import io.github.icldynamics.lab.figure.Picture;
import io.github.icldynamics.lab.page.HtmlPage;
import io.github.icldynamics.lab.store.Provenance;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report as one web page that needs nothing else: a table of all claims, then each with its
 * statement, what was measured, and its figures.
 */
public final class VerificationPage {
  private final Verification verification;
  private final List<String> headlines;
  private final HtmlPage page = new HtmlPage("ICL Dynamics: claims verified");

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
    return page.page.text();
  }

  private void write() {
    line("<h1>Claims put to the test</h1>");
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
  }

  private void line(String html) {
    page.line(html);
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
    page.heads(List.of("verdict", "whose", "claim"));
    for (var finding : verification.findings()) {
      var claim = finding.claim();
      page.row(
          List.of(
              verdict(finding),
              escaped(claim.source().standing().key()),
              "<a href=\"#%s\">%s</a>"
                  .formatted(escaped(claim.id()), formula(claim.statement().title()))));
    }
    line("</table>");
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
    page.heads(List.of("quantity", "measured", "stated", ""));
    for (var check : checks) {
      page.row(
          List.of(
              formula(check.name()),
              escaped(EvidenceText.measured(check)),
              escaped(EvidenceText.expected(check.expectation())),
              VerdictKind.of(check.ruling()).sign()));
    }
    line("</table>");
  }

  private void figure(Exhibit exhibit) {
    page.picture(exhibit.title(), Picture.svg(ExhibitChart.of(exhibit)));
  }
}
