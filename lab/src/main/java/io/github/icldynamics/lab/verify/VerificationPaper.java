package io.github.icldynamics.lab.verify;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Finding;
import io.github.icldynamics.lab.paper.LatexTable;
import io.github.icldynamics.lab.paper.PaperFiles;
import java.util.LinkedHashMap;
import java.util.List;

/** What a paper takes from a verification: every figure, and a table of the claims. */
public final class VerificationPaper {
  private VerificationPaper() {}

  /** The files: figures are named after their claim and counted from 1. */
  public static PaperFiles files(Verification verification) {
    var figures = new LinkedHashMap<String, Chart>();
    for (var finding : verification.findings()) {
      for (int i = 0; i < finding.exhibits().size(); i++) {
        var chart = ExhibitChart.of(finding.exhibits().get(i));
        figures.put(finding.claim().id() + "-" + (i + 1), chart);
      }
    }
    var rows = verification.findings().stream().map(VerificationPaper::row).toList();
    var table = new LatexTable("Claims put to the test", heads(), rows);
    return PaperFiles.of(figures).with(PaperFiles.TABLE, List.of(table, checks(verification)));
  }

  private static LatexTable checks(Verification verification) {
    var rows =
        verification.findings().stream()
            .flatMap(finding -> finding.checks().stream().map(check -> row(finding, check)))
            .toList();
    var heads = List.of("claim", "quantity", "measured", "stated", "");
    return new LatexTable("What was measured, and what is stated of it", heads, rows);
  }

  private static List<String> row(Finding finding, Check check) {
    return List.of(
        finding.claim().id(),
        check.name(),
        EvidenceText.measured(check),
        EvidenceText.expected(check.expectation()),
        VerdictKind.of(check.ruling()).sign());
  }

  private static List<String> heads() {
    return List.of("claim", "whose", "statement", "verdict");
  }

  private static List<String> row(Finding finding) {
    var claim = finding.claim();
    return List.of(
        claim.id(),
        claim.source().standing().key(),
        claim.statement().title(),
        VerdictKind.of(finding.verdict()).words());
  }
}
