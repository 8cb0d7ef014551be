package io.github.icldynamics.lab.command;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.Finding;
import io.github.icldynamics.lab.verify.EvidenceText;
import io.github.icldynamics.lab.verify.VerdictKind;
import io.github.icldynamics.lab.verify.Verification;
import io.github.icldynamics.lab.verify.VerificationSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a person wants to read after a verification. */
final class VerifyReport {
  private final StringBuilder text = new StringBuilder();

  private VerifyReport() {}

  /** The claims, a line each. */
  static String list(List<Claim> claims) {
    var table = new TextTable("claim", "whose", "statement");
    for (var claim : claims) {
      table.add(List.of(claim.id(), claim.source().standing().key(), claim.statement().title()));
    }
    return table.toString();
  }

  /**
   * The report: a line a claim, why if one does not hold, the counts, the page.
   *
   * @param headlines claims whose readings answer what was asked of a paper
   * @param detailed with every check of every claim
   * @param written the page, and where there are figures for a paper
   */
  static String of(
      Verification verification, List<String> headlines, boolean detailed, List<Path> written) {
    var report = new VerifyReport();
    report.line(table(verification)).line("");
    for (var finding : verification.findings()) {
      if (detailed) {
        report.details(finding).line("");
      } else if (VerdictKind.of(finding.verdict()) != VerdictKind.HOLDS) {
        report.line(finding.claim().id() + ": " + EvidenceText.sentence(finding)).line("");
      }
    }
    report.line(VerificationSummary.counts(verification));
    if (!detailed) {
      VerificationSummary.inWords(verification, headlines)
          .forEach(words -> report.line("- " + words));
    }
    if (!written.isEmpty()) {
      String places = written.stream().map(Path::toString).collect(Collectors.joining(", "));
      report.line("").line("Figures and evidence: " + places);
    }
    return report.text.toString().stripTrailing();
  }

  private VerifyReport line(String line) {
    text.append(line.stripTrailing()).append('\n');
    return this;
  }

  private static String table(Verification verification) {
    var table = new TextTable("verdict", "whose", "claim", "statement");
    for (var finding : verification.findings()) {
      var claim = finding.claim();
      var kind = VerdictKind.of(finding.verdict());
      table.add(
          List.of(
              kind.sign() + " " + kind.words(),
              claim.source().standing().key(),
              claim.id(),
              claim.statement().title()));
    }
    return table.toString();
  }

  private VerifyReport details(Finding finding) {
    var claim = finding.claim();
    var statement = claim.statement();
    line(claim.id() + " (" + claim.source().place() + ")");
    line("  " + statement.words());
    line("  " + statement.formula());
    line("  needs: " + statement.hypothesis());
    line("  measured: " + statement.measured());
    line("  tolerance: " + statement.tolerance());
    line("  meaning: " + statement.reading());
    line("  " + VerificationSummary.verdict(finding));
    if (!finding.checks().isEmpty()) {
      line(checks(finding.checks()).indent(2).stripTrailing());
    }
    return this;
  }

  private static String checks(List<Check> checks) {
    var table = new TextTable("quantity", "measured", "stated", "");
    for (var check : checks) {
      table.add(
          List.of(
              check.name(),
              EvidenceText.measured(check),
              EvidenceText.expected(check.expectation()),
              VerdictKind.of(check.ruling()).sign()));
    }
    return table.toString();
  }
}
