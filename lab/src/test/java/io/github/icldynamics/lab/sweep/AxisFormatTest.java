package io.github.icldynamics.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisFormatTest {
  private static Axis read(String yaml) {
    var document = assertInstanceOf(Node.Mapping.class, Yaml.read("test", "axis: " + yaml));
    return AxisFormat.read("field", Objects.requireNonNull(document.entries().get("axis")));
  }

  private static List<Double> numbers(String text) {
    return assertInstanceOf(AxisValues.Spaced.class, read(text).values()).numbers();
  }

  @Test
  void decadesAreExact() {
    assertEquals(List.of(10.0, 100.0, 1000.0, 1e4, 1e5, 1e6), numbers("10..1e6:log"));
    assertEquals(
        List.of(100.0, 316.227766017, 1000.0, 3162.27766017, 1e4),
        numbers("{logspace: [1e2, 1e4, 5]}"));
    assertEquals(List.of(1e-3, 1e-2, 0.1, 1.0), numbers("1e-3..1:log:4"));
  }

  @Test
  void evenDistancesReadAsTheyAreMeant() {
    assertEquals(List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9), numbers("0.1..0.9:9"));
    assertEquals(List.of(5.0, 3.0, 1.0), numbers("{linspace: [5, 1, 3]}"));
    assertEquals(11, numbers("0..1").size());
  }

  @Test
  void aListStaysAsItIsWritten() {
    assertEquals(
        new AxisValues.Listed(
            List.of(new Node.Text("10"), new Node.Text("1e3"), new Node.Text("inf"))),
        read("[10, 1e3, inf]").values());
    assertEquals(read("[10, 1e3]").values(), read("10,1e3").values());
  }

  @Test
  void anAxisMayGoAlongAnother() {
    var axis = read("{along: other, values: [1, 2]}");
    assertEquals(Optional.of("other"), axis.along());
    assertEquals(2, axis.values().number());
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (String text :
        List.of(
            "[1, a]",
            "{logspace: [1, 100, 3]}",
            "{linspace: [0.1, 0.9, 3]}",
            "K^2",
            "{along: x, values: [1, 2]}")) {
      var axis = read(text);
      assertEquals(
          axis.values().number(),
          AxisFormat.read("field", AxisFormat.write(axis)).values().number());
      var again =
          Yaml.read("again", Yaml.text(Node.Mapping.empty().with("axis", AxisFormat.write(axis))));
      assertEquals(
          Yaml.text(Node.Mapping.empty().with("axis", AxisFormat.write(axis))),
          Yaml.text(again),
          text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{logspace: [0, 10, 3]}",
        "{logspace: [1, 10]}",
        "{linspace: [1, 2, 1]}",
        "{linspace: [1, 2, 2.5]}",
        "{linspace: [1, 2, 3], logspace: [1, 2, 3]}",
        "{step: 3}",
        "{along: x}",
        "{along: x, values: []}",
        "-1..1:log:3",
        "1..2:0",
        "K ^",
        "1..nan"
      })
  void whatIsNoneIsRefused(String text) {
    assertThrows(InvalidInputException.class, () -> read(text));
  }
}
