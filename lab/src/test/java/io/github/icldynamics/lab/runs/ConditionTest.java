package io.github.icldynamics.lab.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.lab.runs.Condition.And;
import io.github.icldynamics.lab.runs.Condition.Comparison;
import io.github.icldynamics.lab.runs.Condition.Not;
import io.github.icldynamics.lab.runs.Condition.Or;
import io.github.icldynamics.lab.runs.Condition.Relation;
import io.github.icldynamics.schema.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  private static Comparison comparison(String name, Relation relation, String value) {
    return new Comparison(name, relation, value);
  }

  @Test
  void andBindsTighterThanOr() {
    var a = comparison("a.b[0]", Relation.AT_LEAST, "1e6");
    var b = comparison("b", Relation.EQUAL, "flow");
    var c = comparison("c", Relation.DIFFERENT, "has space");
    assertEquals(
        new Or(a, new And(b, new Not(c))),
        Condition.of("--where", "a.b[0]>=1e6 or b = flow AND not c != 'has space'"));
    assertEquals(
        new And(new Or(a, b), c),
        Condition.of("--where", "(a.b[0] >= 1e6 or b == flow) and c <> \"has space\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a =",
        "a = 1 and",
        "(a = 1",
        "a = 1)",
        "= 1",
        "a 1",
        "a = 1 b = 2",
        "a = 'x",
        "a; drop table runs"
      })
  void whatIsNoneIsRefused(String text) {
    var refused = assertThrows(InvalidInputException.class, () -> Condition.of("--where", text));
    assertEquals("--where", refused.field());
  }
}
