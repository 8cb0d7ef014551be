package io.github.icldynamics.lab.verify;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Expectation;
import io.github.icldynamics.claims.Finding;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code icl verify --json} prints. */
public final class VerificationDocument {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private VerificationDocument() {}

  /** The document: the claims in order, then how many ended how. */
  public static ObjectNode of(Verification verification) {
    var claims = NODES.arrayNode();
    verification.findings().forEach(finding -> claims.add(claim(finding)));
    var document = NODES.objectNode();
    document.set("claims", claims);
    for (var kind : VerdictKind.values()) {
      document.put(kind.key(), verification.count(kind));
    }
    return document;
  }

  private static ObjectNode claim(Finding finding) {
    var claim = finding.claim();
    var source = claim.source();
    var statement = claim.statement();
    var node =
        NODES
            .objectNode()
            .put("id", claim.id())
            .put("paper", source.paper().key())
            .put("standing", source.standing().key())
            .put("source", source.place())
            .put("title", statement.title())
            .put("statement", statement.words())
            .put("formula", statement.formula())
            .put("hypothesis", statement.hypothesis())
            .put("procedure", statement.measured())
            .put("tolerance", statement.tolerance())
            .put("reading", statement.reading())
            .put("verdict", VerdictKind.of(finding.verdict()).key());
    var constants = node.putObject("constants");
    claim.constants().all().forEach((name, value) -> constants.put(name, value));
    var measured = node.putObject("measured");
    finding.checks().forEach(check -> measured.set(check.name(), number(check.quantity().value())));
    node.put("expected", EvidenceText.expected(finding));
    node.put("evidence", EvidenceText.sentence(finding));
    node.set("checks", checks(finding));
    return node;
  }

  private static ArrayNode checks(Finding finding) {
    var checks = NODES.arrayNode();
    for (Check check : finding.checks()) {
      var node =
          NODES
              .objectNode()
              .put("name", check.name())
              .put("ruling", check.ruling().name().toLowerCase(Locale.ROOT));
      node.set("value", number(check.quantity().value()));
      node.set("uncertainty", number(check.quantity().uncertainty()));
      node.set("expectation", expectation(check.expectation()));
      checks.add(node);
    }
    return checks;
  }

  /** What is no number is null: JSON has no word for it. */
  private static JsonNode number(double value) {
    return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
  }

  private static ObjectNode expectation(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Near(double target, double tolerance) ->
          NODES.objectNode().put("target", target).put("tolerance", tolerance);
      case Expectation.AtMost(double bound) -> NODES.objectNode().put("atMost", bound);
      case Expectation.AtLeast(double bound) -> NODES.objectNode().put("atLeast", bound);
    };
  }
}
