package io.github.icldynamics.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldPathTest {
  /** law: even {count} or weights [..]; length: whole or inf; method: a tag with constants. */
  private static final Shape SHAPE =
      new Shape.Mapping(
          List.of(
              entry(
                  "law",
                  "",
                  new Shape.OneOf(
                      List.of(
                          new Shape.Case(
                              "even",
                              "",
                              new Shape.Mapping(List.of(entry("count", "K", numeral(true))))),
                          new Shape.Case("weights", "", new Shape.Items(numeral(false)))))),
              entry(
                  "length",
                  "N",
                  new Shape.OneOf(
                      List.of(
                          new Shape.Case("", "", numeral(true)),
                          new Shape.Case("inf", "", new Shape.Word(List.of("inf")))))),
              entry(
                  "method",
                  "",
                  new Shape.Tagged(
                      "method",
                      List.of(
                          new Shape.Case("flow", "", new Shape.Mapping(List.of())),
                          new Shape.Case(
                              "momentum",
                              "",
                              new Shape.Mapping(List.of(entry("mu", "μ", numeral(false)))))))),
              entry("rate", "p₁", numeral(false))));

  private static final Node DOCUMENT =
      Node.Mapping.empty()
          .with("law", Node.Mapping.empty().with("weights", Node.numbers(0.25, 0.75)))
          .with("length", new Node.Whole(10))
          .with("method", new Node.Text("momentum"))
          .with("mu", new Node.Real(0.9))
          .with("rate", new Node.Real(1));

  private static Shape.Entry entry(String key, String symbol, Shape shape) {
    return new Shape.Entry(
        key, shape, Optional.empty(), true, new Shape.Notes(symbol, "", ""), Optional.empty());
  }

  private static Shape numeral(boolean whole) {
    return new Shape.Numeral(Bounds.finite(), whole);
  }

  private static FieldPath path(String text) {
    return FieldPath.of(text, SHAPE);
  }

  @Test
  void listsEveryField() {
    assertEquals(
        List.of(
            "law", "law.even", "law.even.count", "law.weights", "length", "method", "mu", "rate"),
        FieldPath.all(SHAPE));
  }

  @Test
  void aChoiceIsReplacedAsAWhole() {
    var changed = path("law.even.count").put(DOCUMENT, new Node.Whole(7));
    assertEquals(
        Optional.of(
            Node.Mapping.empty()
                .with("even", Node.Mapping.empty().with("count", new Node.Whole(7)))),
        path("law").get(changed));
    assertEquals(Optional.empty(), path("law.weights").get(changed));
    assertEquals(Optional.of(new Node.Whole(10)), path("length").get(changed));
  }

  @Test
  void anElementOfAListIsReplacedAlone() {
    var changed = path("law.weights[1]").put(DOCUMENT, new Node.Real(0.5));
    assertEquals(Optional.of(Node.numbers(0.25, 0.5)), path("law.weights").get(changed));
    var missing = path("law.weights[2]");
    assertEquals(Optional.empty(), missing.get(DOCUMENT));
    var refused =
        assertThrows(InvalidInputException.class, () -> missing.put(DOCUMENT, new Node.Real(0.5)));
    assertEquals("law.weights[2]", refused.field());
  }

  @Test
  void anotherTagTakesTheConstantsOfTheOldOneAway() {
    var same = path("method").put(DOCUMENT, new Node.Text("momentum"));
    assertEquals(DOCUMENT, same);
    var changed = path("method").put(DOCUMENT, new Node.Text("flow"));
    assertEquals(Optional.empty(), path("mu").get(changed));
  }

  @Test
  void knowsWhereNumbersMayStandAndWhichAreWhole() {
    assertTrue(path("law.even.count").isWhole());
    assertTrue(path("length").isWhole());
    assertFalse(path("rate").isWhole());
    assertTrue(path("law.weights[0]").takesNumbers());
    assertFalse(path("method").takesNumbers());
    assertFalse(path("law").takesNumbers());
  }

  @Test
  void aSymbolMeansTheFieldThatADocumentHas() {
    assertEquals(List.of(path("length")), FieldPath.named("N", SHAPE, DOCUMENT));
    assertEquals(List.of(path("rate")), FieldPath.named("p1", SHAPE, DOCUMENT));
    assertEquals(List.of(path("rate")), FieldPath.named("p₁", SHAPE, DOCUMENT));
    assertEquals(List.of(), FieldPath.named("K", SHAPE, DOCUMENT));
  }

  @Test
  void whatIsNoFieldIsToldWithTheNearest() {
    var refused = assertThrows(InvalidInputException.class, () -> path("law.even.counts"));
    assertEquals(
        "law.even.counts is no field of this experiment; did you mean law.even.count?",
        refused.getMessage());
  }
}
