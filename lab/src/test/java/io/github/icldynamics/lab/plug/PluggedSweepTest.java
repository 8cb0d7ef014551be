package io.github.icldynamics.lab.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.lab.Laboratory;
import io.github.icldynamics.lab.command.Icl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system that the laboratory does not know is swept, found and made again like its own. */
class PluggedSweepTest {
  @TempDir private Path store;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int icl(String... arguments) {
    out.getBuffer().setLength(0);
    return Icl.execute(
        Laboratory.systems().and(new NoisyQuadratic()),
        new PrintWriter(out),
        new PrintWriter(err),
        arguments);
  }

  private int sweep() {
    return icl(
        "sweep",
        "bowl",
        "--vary",
        "κ=1..100:log",
        "--vary",
        "until=10*condition",
        "--out",
        store.resolve("bowls").toString());
  }

  @Test
  void itsFieldsAreAxes() throws IOException {
    sweep();
    assertEquals("", err.toString());
    var rows = Files.readAllLines(store.resolve("bowls").resolve("table.csv"));
    assertEquals("κ,until,loss,end,run,outcome,error", rows.getFirst());
    assertEquals(
        List.of("1.0,10.0", "10.0,100.0", "100.0,1000.0"),
        rows.stream()
            .skip(1)
            .map(row -> row.substring(0, row.indexOf(',', row.indexOf(',') + 1)))
            .toList());
  }

  @Test
  void itsRunsAreFoundAndMadeAgain() {
    sweep();
    assertEquals(
        0,
        icl("runs", "list", "--where", "condition >= 10", "--store", store.toString()),
        err::toString);
    assertTrue(out.toString().contains("2 runs"), out::toString);
    assertEquals(
        0,
        icl(
            "runs",
            "reproduce",
            "--where",
            "system = noisy-quadratic",
            "--store",
            store.toString()),
        out::toString);
    assertEquals(0, icl("run", "bowl", "--out", store.resolve("bowl").toString()), err::toString);
    assertEquals(0, icl("runs", "reproduce", store.resolve("bowl").toString()), out::toString);
  }
}
