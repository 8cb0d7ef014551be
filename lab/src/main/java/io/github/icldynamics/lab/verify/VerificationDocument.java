package io.github.icldynamics.lab.verify;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Expectation;
import io.github.icldynamics.claim.Finding;
import io.github.icldynamics.schema.Node;
import java.util.LinkedHashMap;
import java.util.Locale;

/** What {@code icl verify --json} prints. */
public final class VerificationDocument {
  private VerificationDocument() {}

  /** The document: the claims in order, then how many ended how. */
  public static Node of(Verification verification) {
    var document = new LinkedHashMap<String, Node>();
    document.put(
        "claims",
        new Node.Items(verification.findings().stream().map(VerificationDocument::claim).toList()));
    for (var kind : VerdictKind.values()) {
      document.put(kind.key(), new Node.Whole(verification.count(kind)));
    }
    return new Node.Mapping(document);
  }

  private static Node claim(Finding finding) {
    var claim = finding.claim();
    var source = claim.source();
    var statement = claim.statement();
    var node = new LinkedHashMap<String, Node>();
    node.put("id", new Node.Text(claim.id()));
    node.put("paper", new Node.Text(source.paper().key()));
    node.put("standing", new Node.Text(source.standing().key()));
    node.put("source", new Node.Text(source.place()));
    node.put("title", new Node.Text(statement.title()));
    node.put("statement", new Node.Text(statement.words()));
    node.put("formula", new Node.Text(statement.formula()));
    node.put("hypothesis", new Node.Text(statement.hypothesis()));
    node.put("procedure", new Node.Text(statement.measured()));
    node.put("tolerance", new Node.Text(statement.tolerance()));
    node.put("reading", new Node.Text(statement.reading()));
    node.put("verdict", new Node.Text(VerdictKind.of(finding.verdict()).key()));
    var constants = new LinkedHashMap<String, Node>();
    claim.constants().all().forEach((name, value) -> constants.put(name, new Node.Real(value)));
    node.put("constants", new Node.Mapping(constants));
    node.put("measured", measured(finding));
    node.put("expected", new Node.Text(EvidenceText.expected(finding)));
    node.put("evidence", new Node.Text(EvidenceText.sentence(finding)));
    node.put(
        "checks",
        new Node.Items(finding.checks().stream().map(VerificationDocument::check).toList()));
    return new Node.Mapping(node);
  }

  private static Node measured(Finding finding) {
    var measured = new LinkedHashMap<String, Node>();
    finding.checks().forEach(check -> measured.put(check.name(), number(check.quantity().value())));
    return new Node.Mapping(measured);
  }

  private static Node check(Check check) {
    return Node.Mapping.empty()
        .with("name", new Node.Text(check.name()))
        .with("ruling", new Node.Text(check.ruling().name().toLowerCase(Locale.ROOT)))
        .with("value", number(check.quantity().value()))
        .with("uncertainty", number(check.quantity().uncertainty()))
        .with("expectation", expectation(check.expectation()));
  }

  /** What is no number is nothing: JSON has no word for it. */
  private static Node number(double value) {
    return Double.isFinite(value) ? new Node.Real(value) : new Node.Nothing();
  }

  private static Node expectation(Expectation expectation) {
    var empty = Node.Mapping.empty();
    return switch (expectation) {
      case Expectation.Near(double target, double tolerance) ->
          empty.with("target", new Node.Real(target)).with("tolerance", new Node.Real(tolerance));
      case Expectation.AtMost(double bound) -> empty.with("atMost", new Node.Real(bound));
      case Expectation.AtLeast(double bound) -> empty.with("atLeast", new Node.Real(bound));
    };
  }
}
