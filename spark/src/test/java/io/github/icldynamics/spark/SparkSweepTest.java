package io.github.icldynamics.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.lab.Laboratory;
import io.github.icldynamics.lab.command.Icl;
import io.github.icldynamics.lab.sweep.SweepEngines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkSweepTest {
  private static final SweepEngines ENGINES = SweepEngines.local().and("spark", SparkEngine::open);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int sweep(String name, List<String> sweep, String... more) {
    var words = new ArrayList<>(List.of("sweep"));
    words.addAll(sweep);
    words.addAll(List.of("--out", folder.resolve(name).resolve("sweep").toString()));
    words.addAll(List.of(more));
    return Icl.execute(
        Laboratory.systems(),
        ENGINES,
        new PrintWriter(out),
        new PrintWriter(err),
        words.toArray(String[]::new));
  }

  private Map<String, byte[]> files(String name) throws IOException {
    var root = folder.resolve(name);
    var contents = new TreeMap<String, byte[]>();
    try (var all = Files.walk(root)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private void requireSameBytes(List<String> sweep) throws IOException {
    int local = sweep("local", sweep);
    int spark = sweep("spark", sweep, "--engine", "spark", "--master", "local[2]");
    assertEquals(local, spark, err::toString);
    var expected = files("local");
    var found = files("spark");
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  @Test
  void manySmallRunsAreTheSameBytesAndAFailureIsARow() throws IOException {
    // K = 1 is no law, and ε below the floor of short prompts is not reached.
    requireSameBytes(
        List.of("imbalanced", "--vary", "K=1..40:40", "--vary", "promptLength=30,300"));
    assertTrue(out.toString().contains("80 points, "), out::toString);
  }

  /** Each column of a Zipf law is a part of its own. */
  @Test
  void thePartsOfFewLargeRunsAreTheSameBytes() throws IOException {
    requireSameBytes(List.of("zipf", "--vary", "K=8,12", "--vary", "training.method=flow,gd"));
  }

  @Test
  void aMasterThatIsNoneIsOneSentence() {
    assertEquals(
        2,
        sweep(
            "none",
            List.of("balanced", "--vary", "K=5"),
            "--engine",
            "spark",
            "--master",
            "yarrn"));
    // A slow machine is told how far it is.
    String said = err.toString().replaceAll("icl: \\d+%  .*\n", "");
    assertTrue(
        said.startsWith(
            "icl: --master must be the address of a Spark cluster that answers, or local[*], not"
                + " yarrn ("),
        said);
    assertEquals(1, said.lines().count(), said);
  }
}
