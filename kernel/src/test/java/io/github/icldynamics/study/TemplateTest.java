package io.github.icldynamics.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static String filled(String text, Map<String, ?> values) {
    return Template.of(text).with(values);
  }

  private static String refusal(String text, Map<String, ?> values) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> filled(text, values)).getMessage());
  }

  @Test
  void numbersHaveFiveDigitsOrAsManyAsTheirPlaceSays() {
    var values = Map.of("share", 2 / 3.0);
    assertEquals("0.66667", filled("{share}", values));
    assertEquals("0.67 of it", filled("{share:2} of it", values));
    assertEquals("0.67, or 0.66667", filled("{share:2}, or {share}", values));
  }

  @Test
  void wholeNumbersAreWrittenOutUnlessTheirPlaceSaysOtherwise() {
    assertEquals("1564823", filled("{steps}", Map.of("steps", 1_564_823)));
    assertEquals("1564823", filled("{steps}", Map.of("steps", 1_564_823L)));
    assertEquals("1565000", filled("{steps:4}", Map.of("steps", 1_564_823L)));
  }

  @Test
  void wordsAreTakenAsTheyAre() {
    assertEquals("1 ($1, {b})", filled("{a} ({b})", Map.of("a", "1", "b", "$1, {b}")));
    assertTrue(refusal("{a:3}", Map.of("a", "one")).contains("{a:3} is one"));
  }

  @Test
  void lineBreaksAreSpaces() {
    assertEquals(
        "Two lines, and a third.",
        filled(
            """
            Two lines,
              {second}

            third.
            """,
            Map.of("second", "and a")));
  }

  @Test
  void namesMayHaveParts() {
    assertEquals("1 and 2", filled("{end.2} and {late-end}", Map.of("end.2", 1, "late-end", 2.0)));
  }

  @Test
  void aPlaceWithoutAValueIsAnError() {
    assertTrue(refusal("{a} and {b:2}", Map.of("a", 1.0)).contains("no value of {b:2}"));
    assertTrue(refusal("{a}", Map.of("a", Map.of())).contains("neither number nor words"));
  }

  @Test
  void aValueWithoutAPlaceIsAnError() {
    assertTrue(
        refusal("{a}", Map.of("a", 1.0, "c", 1.0, "b", 1.0)).contains("no place for [b, c]"));
    assertTrue(refusal("{a:three}", Map.of("a", 1.0)).contains("no place for [a]"));
  }

  @Test
  void bracesOfFormulasArePartOfTheProse() {
    String formulas = "B_{k,1} < Attn_{k} < e^{A − B} < {1, 2}";
    assertEquals(formulas, filled(formulas, Map.of()));
    assertEquals("K^2", filled("K^{exponent}", Map.of("exponent", 2.0)));
  }
}
