package io.github.icldynamics.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Exhibit EXHIBIT =
      new Exhibit("nothing", Exhibit.Axis.linear("x"), Exhibit.Axis.linear("y"), List.of());

  private static Check.Ruling ruling(double value, double uncertainty, Expectation expectation) {
    return new Check("x", new Quantity(value, uncertainty), expectation).ruling();
  }

  @Test
  void aCheckIsMetIfItsWholeIntervalIsInside() {
    var near = new Expectation.Near(1, 0.1);
    assertEquals(Check.Ruling.MET, ruling(1.05, 0.04, near));
    assertEquals(Check.Ruling.OPEN, ruling(1.05, 0.06, near));
    assertEquals(Check.Ruling.OPEN, ruling(1.15, 0.06, near));
    assertEquals(Check.Ruling.MISSED, ruling(1.15, 0.04, near));
    assertEquals(Check.Ruling.MISSED, ruling(0.85, 0, near));
    assertEquals(Check.Ruling.MET, ruling(2, 0, new Expectation.AtMost(2)));
    assertEquals(Check.Ruling.MISSED, ruling(2.1, 0, new Expectation.AtMost(2)));
    assertEquals(Check.Ruling.MISSED, ruling(1.9, 0, new Expectation.AtLeast(2)));
    assertEquals(Check.Ruling.OPEN, ruling(1.9, 0.2, new Expectation.AtLeast(2)));
  }

  /** A quantity that is no number decides nothing. */
  @Test
  void notANumberIsOpen() {
    for (var expectation :
        List.of(
            new Expectation.Near(1, 1), new Expectation.AtMost(1), new Expectation.AtLeast(1))) {
      assertEquals(Check.Ruling.OPEN, ruling(Double.NaN, 0, expectation));
      assertEquals(Check.Ruling.OPEN, ruling(1, Double.NaN, expectation));
    }
  }

  private static Verdict verdict(Judgement judgement) {
    return ClaimDraft.of("test", source(), "title")
        .says("words")
        .formula("formula")
        .given("hypothesis")
        .measures("measured")
        .tolerance("tolerance")
        .reads("reading")
        .fixes("a", 1)
        .measuredBy(reach -> judgement)
        .investigate(Reach.full())
        .verdict();
  }

  private static Source source() {
    return new Source(
        new Paper("test2026", List.of("Nobody, Nora"), "Nothing", "NIPS", 2026, ""),
        Standing.OURS,
        "here");
  }

  @Test
  void oneMissRefutesAndOneOpenCheckLeavesOpen() {
    var met = Check.near("met", 1, 1, 0);
    var missed = Check.near("missed", 2, 1, 0);
    var open = Check.near("open", Double.NaN, 1, 0);
    assertInstanceOf(Verdict.Holds.class, verdict(constants -> Evidence.of(EXHIBIT, met)));
    assertEquals(
        new Verdict.Fails("not as stated: missed"),
        verdict(constants -> Evidence.of(EXHIBIT, met, missed, open)));
    assertEquals(
        new Verdict.Inconclusive("not known well enough: open"),
        verdict(constants -> Evidence.of(EXHIBIT, met, open)));
  }

  @Test
  void aStatementMayHoldOnAPartOfItsRange() {
    var met = Check.near("met", 1, 1, 0);
    var missed = Check.near("missed", 2, 1, 0);
    var open = Check.near("open", Double.NaN, 1, 0);
    assertEquals(
        new Verdict.Restricted("as stated early; not beyond: missed"),
        verdict(constants -> evidence(missed, met)));
    assertEquals(
        new Verdict.Fails("not as stated: missed"), verdict(constants -> evidence(missed, open)));
    assertEquals(
        new Verdict.Fails("not as stated: missed"), verdict(constants -> evidence(missed, missed)));
    assertInstanceOf(Verdict.Holds.class, verdict(constants -> evidence(met, met)));
    assertInstanceOf(Verdict.Inconclusive.class, verdict(constants -> evidence(open, met)));
    assertInstanceOf(Verdict.Inconclusive.class, verdict(constants -> evidence(met, open)));
    assertInstanceOf(Verdict.Fails.class, verdict(constants -> evidence(met, missed)));
  }

  /** Evidence about all of a range, and about a part of it. */
  private static Evidence evidence(Check whole, Check part) {
    var restriction = Optional.of(new Restriction("early", List.of(part)));
    return new Evidence(List.of(whole), restriction, List.of(EXHIBIT));
  }

  @Test
  void observationsTellAPartFromTheWhole() {
    var axis = Exhibit.Axis.linear("x");
    var observed =
        Observations.of("nothing", axis, axis)
            .atMost("late", 2, "a")
            .onlyOn("early")
            .atMost("soon", 1, "a");
    var evidence = observed.judge(Constants.none().and("a", 1));
    assertEquals(List.of("late"), evidence.checks().stream().map(Check::name).toList());
    assertEquals("early", evidence.restriction().orElseThrow().range());
    assertEquals(new Verdict.Restricted("as stated early; not beyond: late"), evidence.verdict());
  }

  @Test
  void anInquiryMayEndWithoutEvidence() {
    assertEquals(
        new Verdict.Inconclusive("too short"),
        verdict(
            constants -> {
              throw Undecided.tooShort("too short");
            }));
    assertEquals(
        new Verdict.NotApplicable("not here"),
        verdict(
            constants -> {
              throw Undecided.hypothesisUnmet("not here");
            }));
  }

  /** What an inquiry asks wrongly is no input of a user. */
  @Test
  void aBrokenInquiryIsAnInternalError() {
    var e =
        assertThrows(
            IllegalStateException.class,
            () ->
                verdict(
                    constants -> {
                      throw new InvalidInputException("points", "must be more");
                    }));
    assertEquals("the inquiry of claim test broke off", e.getMessage());
  }

  @Test
  void everyPartOfAStatementIsNeeded() {
    var draft = ClaimDraft.of("test", source(), "title").says("words");
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                draft.measuredBy(
                    reach -> constants -> Evidence.of(EXHIBIT, Check.near("x", 1, 1, 0))));
    assertTrue(String.valueOf(e.getMessage()).contains("left blank"));
  }

  @Test
  void onlyConstantsOfTheStatementCanBeChanged() {
    var constants = Constants.none().and("a", 1).and("b", 2);
    assertEquals(3, constants.with("b", 3).get("b"));
    var e = assertThrows(InvalidInputException.class, () -> constants.with("c", 3));
    assertEquals("constant must be one of [a, b], not c", e.getMessage());
  }

  @Test
  void aReachMustReachSomewhere() {
    assertThrows(InvalidInputException.class, () -> new Reach(0, 100, 100));
    assertThrows(InvalidInputException.class, () -> new Reach(Double.NaN, 100, 100));
    assertThrows(InvalidInputException.class, () -> new Reach(1, 1, 100));
    assertThrows(InvalidInputException.class, () -> new Reach(1, 100, 1));
  }
}
