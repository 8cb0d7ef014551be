package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
  @TempDir private Path folder;

  private CommandLineFixture sweep(String source, String... more) {
    var words = Stream.of(List.of("sweep", source), List.of(more));
    return icl(words.flatMap(List::stream).toArray(String[]::new));
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("sweep.yaml"), yaml);
  }

  private static List<List<String>> table(Path out) throws IOException {
    return Files.readAllLines(out.resolve("table.csv")).stream()
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  private static Map<String, byte[]> files(Path out) throws IOException {
    var contents = new TreeMap<String, byte[]>();
    try (var all = Files.walk(out)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        contents.put(out.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static void requireSame(Map<String, byte[]> expected, Map<String, byte[]> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  @Test
  void eachRowIsWhatOneRunMeasures() throws IOException {
    var sweep =
        file(
            """
            sweep: {name: test, base: imbalanced}
            axes:
              tokenLaw.imbalanced.features: {logspace: [10, 1e4, 4]}
              tokenLaw.imbalanced.dominant: [0.3, 0.6]
            measure: [queries.1.convergence.tau, queries.1.minimalError, states.error]
            """);
    var out = folder.resolve("out");
    var made = sweep(sweep.toString(), "--out", out.toString());
    assertEquals(0, made.code(), made.err());
    var rows = table(out);
    assertEquals(9, rows.size());
    assertEquals(
        List.of(
            "tokenLaw.imbalanced.features",
            "tokenLaw.imbalanced.dominant",
            "queries.1.convergence.tau",
            "queries.1.minimalError",
            "states.error",
            "run",
            "outcome",
            "error"),
        rows.getFirst());
    assertEquals(
        List.of("10", "10", "100", "100", "1000", "1000", "10000", "10000"),
        rows.stream().skip(1).map(List::getFirst).toList());
    for (var row : rows.subList(1, rows.size())) {
      var run =
          icl(
                  "run",
                  "imbalanced",
                  "--features",
                  row.get(0),
                  "--dominant",
                  row.get(1),
                  "--no-save",
                  "--json")
              .json();
      var query = run.get("queries").get(1);
      assertEquals(
          query.get("convergence").get("tau").asDouble(),
          Double.parseDouble(row.get(2)),
          row::toString);
      assertEquals(query.get("minimalError").asDouble(), Double.parseDouble(row.get(3)));
      assertEquals("converged", row.get(6));
      assertEquals("", row.get(7));
      assertEquals(run.get("hash").asString(), row.get(5));
    }
    for (String name :
        List.of("report.html", "table.tex", "table.parquet", "map-queries-1-convergence-tau.svg")) {
      assertTrue(Files.size(out.resolve(name)) > 0, name);
    }
  }

  @Test
  void parquetHoldsTheCellsOfTheTable() throws IOException, SQLException {
    var out = folder.resolve("out");
    sweep(
        "balanced",
        "--vary",
        "K=10,20,1",
        "--vary",
        "promptLength=100,inf",
        "--out",
        out.toString());
    var cells = new ArrayList<List<String>>();
    try (var database = DriverManager.getConnection("jdbc:duckdb:");
        var statement = database.createStatement();
        var rows = statement.executeQuery("SELECT * FROM '" + out.resolve("table.parquet") + "'")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
          var cell = rows.getObject(i);
          row.add(cell == null ? "" : cell.toString());
        }
        cells.add(row);
      }
    }
    var table =
        Files.readAllLines(out.resolve("table.csv")).stream()
            .skip(1)
            .map(line -> line.replaceAll("\"[^\"]*\"", "sentence"))
            .map(line -> List.of(line.split(",", -1)))
            .toList();
    assertEquals(6, cells.size());
    for (int i = 0; i < cells.size(); i++) {
      var sentence = cells.get(i).removeLast();
      assertEquals(table.get(i).subList(0, table.get(i).size() - 1), cells.get(i));
      assertEquals(i >= 4, !sentence.isEmpty(), "K = 1 is no law: " + sentence);
    }
  }

  @Test
  void aPointThatIsNoExperimentIsARowWithItsSentence() throws IOException {
    var out = folder.resolve("out");
    var made =
        sweep(
            "imbalanced",
            "--vary",
            "p1=0.5,1.5",
            "--measure",
            "convergence",
            "--out",
            out.toString());
    assertEquals(1, made.code());
    var failed = Files.readAllLines(out.resolve("table.csv")).getLast();
    assertTrue(
        failed.startsWith(
            "1.5,,,,\"tokenLaw.imbalanced.dominant must be greater than 0 and less than 1, not"
                + " 1.5"),
        failed);
    assertTrue(made.out().startsWith("2 points, 1 converged, 1 without a run;"), made.out());
  }

  @Test
  void expressionsFollowTheOtherAxes() throws IOException {
    var out = folder.resolve("out");
    sweep(
        "imbalanced",
        "--vary",
        "K=10..1e3:log",
        "--vary",
        "promptLength=K^2",
        "--measure",
        "convergence",
        "--out",
        out.toString());
    assertEquals(
        List.of(List.of("10", "100"), List.of("100", "10000"), List.of("1000", "1000000")),
        table(out).stream().skip(1).map(row -> row.subList(0, 2)).toList());
  }

  @Test
  void valuesMayGoAlongAndWordsAreValues() throws IOException {
    var sweep =
        file(
            """
            sweep: {name: pairs, base: balanced}
            axes:
              tokenLaw.balanced.features: [5, 10]
              promptLength: {along: tokenLaw.balanced.features, values: [50, inf]}
              training.method: [flow, gd]
            measure: [queries.outcome, convergence]
            """);
    var out = folder.resolve("out");
    var made = sweep(sweep.toString(), "--out", out.toString());
    assertEquals(0, made.code(), made.err());
    assertEquals(
        List.of(
            List.of("5", "50.0", "flow", "converged"),
            List.of("5", "50.0", "gd", "converged"),
            List.of("10", "Infinity", "flow", "converged"),
            List.of("10", "Infinity", "gd", "converged")),
        table(out).stream().skip(1).map(row -> row.subList(0, 4)).toList());
  }

  @Test
  void seedsAreRunsOfTheirOwn() throws IOException {
    var sweep =
        file(
            """
            sweep:
              name: seeds
              seeds: 3
              base: {tokenLaw: {balanced: {features: 4}}, promptLength: 50, initial: {logits: {gaussian: {scale: 0.1, seed: 5}}}}
            axes: {promptLength: [50, 100]}
            measure: [queries.0.convergence]
            """);
    var out = folder.resolve("out");
    var made = sweep(sweep.toString(), "--out", out.toString());
    assertEquals(0, made.code(), made.err());
    var rows = table(out);
    assertEquals("seed", rows.getFirst().get(1));
    assertEquals(
        List.of("5", "6", "7", "5", "6", "7"),
        rows.stream().skip(1).map(row -> row.get(1)).toList());
    assertEquals(6, rows.stream().skip(1).map(row -> row.get(2)).distinct().count());
  }

  @Test
  void aRunThatIsThereIsNotMadeAgainAndTheBytesAreTheSame() throws IOException {
    var first = folder.resolve("store").resolve("first");
    String[] small = {"--vary", "K=10,20", "--name", "a", "--out", first.toString()};
    assertTrue(sweep("imbalanced", small).out().contains("; 2 runs made"));
    var before = files(first);
    assertTrue(sweep("imbalanced", small).out().contains("; 0 runs made"));
    requireSame(before, files(first));
    assertTrue(
        sweep("imbalanced", "--restart", small[0], small[1], small[2], small[3], small[4], small[5])
            .out()
            .contains("; 2 runs made"));
    requireSame(before, files(first));
    // Another sweep of the same store takes what is there.
    var second = folder.resolve("store").resolve("second");
    var more =
        sweep("imbalanced", "--vary", "K=10,20,30", "--name", "b", "--out", second.toString());
    assertTrue(more.out().contains("; 1 runs made"), more.out());
    var alone = folder.resolve("alone");
    sweep(
        "imbalanced",
        "--vary",
        "K=10,20,30",
        "--name",
        "b",
        "--threads",
        "1",
        "--out",
        alone.toString());
    requireSame(files(alone), files(second));
  }

  @Test
  void aDamagedRunIsMadeAgain() throws IOException {
    var out = folder.resolve("out");
    String[] all = {"--vary", "K=10,20", "--out", out.toString()};
    sweep("imbalanced", all);
    var before = files(out);
    String run =
        before.keySet().stream().filter(name -> name.startsWith("runs")).findFirst().orElseThrow();
    Files.writeString(out.resolve(run), "{\"version\":");
    assertTrue(sweep("imbalanced", all).out().contains("; 1 runs made"));
    requireSame(before, files(out));
  }

  @Test
  void whatIsPrintedIsTheSameSweep() throws IOException {
    String[] vary = {"--vary", "K=10..100:log", "--vary", "promptLength=K^2"};
    var printed = sweep("imbalanced", vary[0], vary[1], vary[2], vary[3], "--print-sweep");
    var again = sweep(file(printed.out()).toString(), "--print-sweep");
    assertEquals(printed.out(), again.out());
  }

  /** Another method takes the constants of the one before away, but not those that vary. */
  @Test
  void theOrderOfAxesDecidesNothingButTheOrderOfRows() throws IOException {
    var out = folder.resolve("out");
    sweep(
        "balanced",
        "--vary",
        "training.momentum=0.5,0.8",
        "--vary",
        "training.method=momentum",
        "--vary",
        "K=5",
        "--vary",
        "valueScale.trained=true,false",
        "--measure",
        "convergence",
        "--out",
        out.toString());
    var rows = table(out);
    assertEquals(
        List.of("0.5", "momentum", "5", "true"), rows.get(1).subList(0, 4), rows::toString);
    assertEquals(4, rows.stream().skip(1).map(row -> row.get(4)).distinct().count());
  }

  @Test
  void aSeedThatIsNoneIsNotTakenForAnother() throws IOException {
    var sweep =
        file(
            """
            sweep:
              base:
                tokenLaw: {balanced: {features: 4}}
                promptLength: 50
                initial: {logits: {gaussian: {scale: 0.1, seed: 5}}}
            axes: {initial.logits.gaussian.seed: [0, 1.5]}
            """);
    var out = folder.resolve("out");
    assertEquals(1, sweep(sweep.toString(), "--out", out.toString()).code());
    var rows = Files.readAllLines(out.resolve("table.csv"));
    assertTrue(rows.get(1).endsWith(",converged,"), rows.get(1));
    assertTrue(
        rows.get(2).contains("initial.logits.gaussian.seed must be a whole number, not 1.5"),
        rows.get(2));
  }
}
