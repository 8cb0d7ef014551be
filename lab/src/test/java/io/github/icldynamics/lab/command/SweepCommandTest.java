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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imbalanced | --vary | tokenLaw.imbalanced.feature=1,2 | tokenLaw.imbalanced.feature is no"
            + " field of this experiment; did you mean tokenLaw.imbalanced.features?",
        "imbalanced | --vary | K | --vary must be FIELD=VALUES such as K=10,100,1000, not K",
        "imbalanced | --vary | K=1..0:log:0 | --vary K must have positive ends on a logarithmic"
            + " scale, not 1.0 and 0.0",
        "imbalanced | --vary | K=2*^3 | --vary K must be a number or an expression of other fields"
            + " such as K^2, not 2*^3, which is none at character 3",
        "imbalanced | --seeds | 2 | axes must have at least one field that varies",
        "imbalance | --vary | K=1 | imbalance is neither a file nor a preset (imbalanced, balanced,"
            + " zipf, binary, multiclass); did you mean imbalanced?"
      })
  void badInputIsOneSentence(String source, String option, String value, String sentence) {
    var refused = sweep(source, option, value, "--out", folder.resolve("none").toString());
    assertEquals(2, refused.code());
    assertEquals("icl: " + sentence + "\n", refused.err());
    assertTrue(Files.notExists(folder.resolve("none")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "axis: {} | axis is not a known key; did you mean axes?",
        "plot: {x: K, kind: map} | plot.kind must be line, heatmap or fit, not map",
        "plot: {x: N} | plot must name axes among K, not N",
        "measure: [convergence, convergence] | measure must not name a column that the table has"
            + " already, and convergence is one",
        "measure: [K] | measure must not name a column that the table has already, and K is one",
        "sweep: {base: balanced, name: ''} | sweep.name must be a name, not an empty text",
        "plot: {kind: heatmap} | plot needs 2 different axes of two or more numbers",
        "plot: {kind: fit, y: K} | measure must not name a column that the table has already, and K"
            + " is one",
        "axes: {K: [5], tokenLaw.balanced.features: [6]} | axes.tokenLaw.balanced.features is given"
            + " twice, and its other name is K",
        "axes: {promptLength: 2*τ, training.until: K^2} | axes.promptLength must come after"
            + " training.until, from which it is worked out",
        "axes: {promptLength: K*Q} | axes.promptLength must be an expression of fields or symbols,"
            + " and Q is none",
        "measure: 3 | measure must be a list, not 3",
        "sweep: {base: balanced, seeds: 0} | sweep.seeds must be from 1 to 100000, not 0",
        "sweep: {base: balanced, seeds: 2} | sweep.seeds must be 1 for an experiment without a"
            + " seed, not 2",
        "sweep: {name: a} | sweep.base is required but not given",
        "axes: {K: [1], promptLength: {along: k, values: [1]}} | axes.promptLength.along must be"
            + " one of the axes with values of their own (K), not k; did you mean K?",
        "axes: {K: [1], promptLength: {along: K, values: [1, 2]}} | axes.promptLength.values must"
            + " be as many as those of K, 1, not 2"
      })
  void aBadDocumentIsOneSentence(String line, String sentence) throws IOException {
    String rest =
        (line.startsWith("sweep") ? "" : "sweep: {base: balanced}\n")
            + (line.startsWith("axes") ? "" : "axes: {K: [5, 6]}\n");
    var refused = sweep(file(rest + line + "\n").toString());
    assertEquals(2, refused.code(), refused.err());
    assertTrue(refused.err().startsWith("icl: " + sentence), refused.err());
    assertEquals(1, refused.err().lines().count());
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

  @Test
  void aFolderMayHaveAnyName() throws IOException {
    var out = folder.resolve("a [1] *?'b");
    var made =
        sweep("balanced", "--vary", "K=5", "--measure", "convergence", "--out", out.toString());
    assertEquals(0, made.code(), made.err());
    assertTrue(Files.size(out.resolve("table.parquet")) > 0);
  }

  /** A process that was killed while it wrote its first file has left a draft and a lock. */
  @Test
  void whatAKilledProcessHasBegunIsNobodyElses() throws IOException {
    var out = folder.resolve("out");
    Files.createDirectories(out.resolve("runs"));
    Files.writeString(out.resolve(".lock"), "");
    Files.writeString(out.resolve(".sweep.yaml-1.icl-999999999"), "half");
    var made =
        sweep("balanced", "--vary", "K=5", "--measure", "convergence", "--out", out.toString());
    assertEquals(0, made.code(), made.err());
    assertTrue(Files.notExists(out.resolve(".sweep.yaml-1.icl-999999999")));
  }

  @Test
  void nothingOfSomebodyElsesIsDeletedWithASweep() throws IOException {
    var out = folder.resolve("out");
    sweep("balanced", "--vary", "K=5", "--measure", "convergence", "--out", out.toString());
    var mine = Files.writeString(out.resolve("my-plot.png"), "mine");
    var refused = icl("runs", "delete", out.toString(), "--yes");
    assertEquals(2, refused.code());
    assertTrue(
        refused.err().endsWith("must hold nothing but a sweep, not my-plot.png\n"), refused.err());
    Files.delete(mine);
    assertEquals(0, icl("runs", "delete", out.toString(), "--yes").code());
    assertTrue(Files.notExists(out));
  }

  @Test
  void aSweepIsNoExperiment() throws IOException {
    var sweep = file("sweep: {base: balanced}\naxes: {K: [5, 6]}\n").toString();
    var refused = icl("run", sweep);
    assertEquals(2, refused.code());
    assertEquals(
        "icl: " + sweep + " must hold an experiment, not a sweep, which icl sweep makes\n",
        refused.err());
  }

  @Test
  void aFolderOfSomethingElseIsRefused() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    var refused = sweep("imbalanced", "--vary", "K=10", "--out", folder.toString());
    assertEquals(2, refused.code());
    assertEquals(
        "icl: sweep folder must be new or empty or hold the same sweep, not %s, which holds something else\n"
            .formatted(folder),
        refused.err());
  }
}
