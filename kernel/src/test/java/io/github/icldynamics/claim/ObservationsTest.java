package io.github.icldynamics.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationsTest {
  private static final List<Double> TIMES = List.of(1.0, 2.0);
  private static final Constants STATED = Constants.none().and("e", 2).and("b", 3);

  private static Observations empty() {
    return Observations.of("Title", Exhibit.Axis.linear("x"), Exhibit.Axis.log("y"));
  }

  @Test
  void everyComparisonIsMadeWithTheConstantsAsked() {
    var observed =
        empty()
            .near("exponent", 2.05, "e", 0.1)
            .near("twice", new Quantity(4, 0.01), stated -> 2 * stated.get("e"), 0.1)
            .atMost("bounded", 2.5, "b")
            .atMost("bounded doubly", 5.5, stated -> 2 * stated.get("b"))
            .atLeast("not small", new Quantity(3.5, 0.1), "b")
            .atLeast("not tiny", 1.6, stated -> stated.get("b") / 2)
            .check(stated -> Check.near("own", stated.get("e"), 2, 0))
            .points("measured", TIMES, TIMES);
    assertEquals(
        List.of(
            Check.near("exponent", 2.05, 2, 0.1),
            Check.near("twice", new Quantity(4, 0.01), 4, 0.1),
            Check.atMost("bounded", 2.5, 3),
            Check.atMost("bounded doubly", 5.5, 6),
            Check.atLeast("not small", new Quantity(3.5, 0.1), 3),
            Check.atLeast("not tiny", 1.6, 1.5),
            Check.near("own", 2, 2, 0)),
        observed.judge(STATED).checks());
    var other = observed.judge(STATED.with("e", 7)).checks();
    assertEquals(Check.near("exponent", 2.05, 7, 0.1), other.getFirst());
    assertEquals(Check.Ruling.MISSED, other.getFirst().ruling());
    assertEquals(Check.Ruling.MET, observed.judge(STATED).checks().getFirst().ruling());
  }

  @Test
  void theExhibitIsDrawnInOrderAndAnewEachTime() {
    var observed =
        empty()
            .near("exponent", 2, "e", 0)
            .curve("curve", TIMES, TIMES)
            .law("law", TIMES, (stated, x) -> stated.get("e") * x)
            .draw((stated, picture) -> picture.points("b = " + stated.get("b"), TIMES, TIMES));
    observed.judge(STATED);
    var exhibit = observed.judge(STATED.with("e", 5)).exhibits().getFirst();
    assertEquals("Title", exhibit.title());
    assertEquals(
        List.of("curve", "law", "b = 3.0"),
        exhibit.series().stream().map(Exhibit.Series::label).toList());
    assertEquals(List.of(5.0, 10.0), exhibit.series().get(1).y().toList());
  }

  @Test
  void nothingObservedIsNoEvidence() {
    assertThrows(IllegalArgumentException.class, () -> empty().judge(STATED));
  }
}
