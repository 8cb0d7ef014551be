package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** On one store with runs and a sweep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunsCommandTest {
  private final Path store;

  RunsCommandTest(@TempDir Path store) {
    this.store = store;
    for (String features : List.of("10", "20")) {
      var made = icl("run", "imbalanced", "--features", features, "--out", path("run-" + features));
      assertEquals(0, made.code(), made.err());
    }
    var states =
        icl(
            "run",
            "balanced",
            "--features",
            "6",
            "--at",
            "1,10",
            "--out",
            path("states"),
            "--figures",
            "paper",
            "--time-axis",
            "log");
    assertEquals(0, states.code(), states.err());
    assertEquals(
        0, icl("sweep", "imbalanced", "--vary", "K=10..1e4:log", "--out", path("sweep")).code());
  }

  private String path(String name) {
    return store.resolve(name).toString();
  }

  private CommandLineFixture runs(String command, String... more) {
    var words = new ArrayList<>(List.of("runs", command));
    words.addAll(List.of(more));
    words.addAll(List.of("--store", store.toString()));
    return icl(words.toArray(String[]::new));
  }

  private List<String> found(String where) {
    var listed = runs("list", "--where", where, "--json");
    assertEquals(0, listed.code(), listed.err());
    var names = new ArrayList<String>();
    listed
        .json()
        .get("runs")
        .forEach(
            run -> names.add(store.relativize(Path.of(run.get("path").asString())).toString()));
    return names.stream().sorted().toList();
  }

  private List<String> hashes() throws IOException {
    try (var files = Files.list(store.resolve("sweep").resolve("runs"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void runsAreFoundByAnyField() {
    assertEquals(List.of("run-20"), found("tokenLaw.imbalanced.features = 20"));
    assertEquals(3, found("features > 10 and features < 1e5 and name = sweep").size());
    assertEquals(
        List.of("run-10", "run-20"), found("imbalanced.features <= 20 and not name = sweep"));
    assertEquals(List.of("states"), found("balanced.features = 6 or features = 7"));
    assertEquals(List.of(), found("outcome = diverged"));
    // A time that was measured: K = 10 takes some hundred, K = 1000 some million.
    assertEquals(
        List.of("run-10", "run-20"),
        found("queries.1.convergence < 1e5 and name <> sweep").stream().toList());
  }

  @Test
  void aFieldThatNoRunHasIsRefused() {
    var refused = runs("list", "--where", "feature > 1");
    assertEquals(2, refused.code());
    assertTrue(
        refused.err().startsWith("icl: feature is no field, fact or landmark of any run"),
        refused.err());
  }

  @Test
  void theListFollowsWhatIsThere() throws IOException {
    assertEquals(7, runs("list", "--json").json().get("count").asInt());
    var copy = store.resolve("copy");
    Files.createDirectory(copy);
    try (var files = Files.list(store.resolve("run-10"))) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName().toString()));
      }
    }
    assertEquals(8, runs("list", "--json").json().get("count").asInt());
    assertEquals(8, runs("list", "--rebuild", "--json").json().get("count").asInt());
    assertEquals(0, runs("delete", "copy", "--yes").code());
    assertFalse(Files.exists(copy));
    assertEquals(7, runs("list", "--json").json().get("count").asInt());
  }

  @Test
  void aDamagedIndexIsMadeAgain() throws IOException {
    runs("list");
    Files.writeString(store.resolve(".index").resolve("index.duckdb"), "no database");
    assertEquals(7, runs("list", "--json").json().get("count").asInt());
  }

  @Test
  void everyKindOfRunIsReproducedToTheByte() throws IOException {
    for (String run : List.of("run-10", "states", hashes().getFirst())) {
      var again = runs("reproduce", run, "--threads", "1");
      assertEquals(0, again.code(), again.out());
      assertTrue(again.out().contains(": same bytes, "), again.out());
    }
  }

  @Test
  void whatAnAlteredProgramHasWrittenIsNamed() throws IOException {
    var altered = store.resolve("run-20");
    var states = altered.resolve("states.csv");
    String before = Files.readString(states);
    try {
      Files.writeString(states, before.replaceFirst("(?m)^(0,0\\.0,)([^,]*)", "$10.25"));
      var again = runs("reproduce", "run-20");
      assertEquals(1, again.code());
      assertTrue(again.out().contains("1 of "), again.out());
      assertTrue(
          again.out().contains("states.csv: row 1, column error is 0.25, and "), again.out());
    } finally {
      Files.writeString(states, before);
    }
  }

  @Test
  void twoRunsAreComparedFieldByField() throws IOException {
    var page = store.resolve("compare.html");
    var compared = runs("compare", "run-10", "run-20", "--out", page.toString());
    assertEquals(0, compared.code(), compared.err());
    var lines = compared.out().lines().toList();
    assertTrue(lines.get(1).matches("tokenLaw.imbalanced.features  10 +20"), compared.out());
    assertEquals("", lines.get(2));
    assertTrue(
        compared
            .out()
            .matches("(?s).*queries\\.1\\.probability +0\\.055556 +0\\.026316 +× 0\\.47368\n.*"),
        compared.out());
    assertTrue(Files.readString(page).contains("data:image/svg+xml;base64,"));
    Files.delete(page);
  }

  @Test
  void runsAreExportedAsTablesAndAsFiles() throws IOException {
    var csv = store.resolve("e.csv");
    assertEquals(0, runs("export", "run-10", "run-20", "--out", csv.toString()).code());
    var rows = Files.readAllLines(csv);
    assertEquals(3, rows.size());
    assertTrue(
        rows.getFirst().startsWith("name,hash,system,outcome,tokenLaw.imbalanced.features,"));
    assertTrue(rows.get(1).contains(",softmax-regression,converged,10.0,0.5,"), rows.get(1));
    var parquet = store.resolve("e.parquet");
    assertEquals(
        0,
        runs(
                "export",
                "--where",
                "name = sweep",
                "--format",
                "parquet",
                "--out",
                parquet.toString())
            .code());
    assertEquals("PAR1", new String(Files.readAllBytes(parquet), 0, 4, StandardCharsets.US_ASCII));
    var latex = store.resolve("e.tex");
    assertEquals(
        0,
        runs("export", "run-10", "run-20", "--format", "latex", "--out", latex.toString()).code());
    assertTrue(Files.readString(latex).contains("\\begin{tabular}"));
    var zip = store.resolve("e.zip");
    assertEquals(0, runs("export", "states", "--format", "zip", "--out", zip.toString()).code());
    try (var archive = new ZipFile(zip.toFile());
        var files = Files.list(store.resolve("states"))) {
      assertEquals(
          files.map(file -> "states/" + file.getFileName()).sorted().toList(),
          archive.stream().map(entry -> entry.getName()).sorted().toList());
    }
    for (var file : List.of(csv, parquet, latex, zip)) {
      Files.delete(file);
    }
  }

  @Test
  void aRunOfASweepIsShownLikeAnyOther() throws IOException {
    var shown = runs("show", hashes().getFirst());
    assertEquals(0, shown.code(), shown.err());
    assertTrue(shown.out().contains("tokenLaw:\n  imbalanced:\n"), shown.out());
    assertTrue(shown.out().contains("queries.1.convergence"), shown.out());
    assertEquals(
        runs("show", "run-10", "--json").json().get("queries"),
        icl("run", "imbalanced", "--features", "10", "--no-save", "--json").json().get("queries"));
  }

  @Test
  void aRunIsCitedWithItsPaper() {
    var cited = icl("cite", path("run-10"));
    assertEquals(0, cited.code(), cited.err());
    assertTrue(
        cited
            .out()
            .startsWith("@inproceedings{huang2024,\n  author = {Huang, Yu and Cheng, Yuan and"),
        cited.out());
    assertTrue(cited.out().contains("\n@software{icldynamics,\n"), cited.out());
  }

  @Test
  void nothingOfSomebodyElsesIsDeleted() throws IOException {
    var asked = runs("delete", "run-10");
    assertEquals(2, asked.code());
    assertEquals("icl: --yes must be given to delete " + path("run-10") + "\n", asked.err());
    var mine = store.resolve("run-10").resolve("notes.txt");
    Files.writeString(mine, "mine");
    var refused = runs("delete", "run-10", "--yes");
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("must hold nothing but a run, not " + mine), refused.err());
    Files.delete(mine);
    assertEquals(2, runs("delete", store.resolve("..").toString(), "--yes").code());
    assertTrue(Files.exists(store.resolve("run-10").resolve("record.json")));
  }

  @Test
  void twoProcessesUseTheIndexAtOnce() throws Exception {
    var processes = new ArrayList<Process>();
    for (int i = 0; i < 3; i++) {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var words =
          Stream.of(
              java,
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              Icl.class.getName(),
              "runs",
              "list",
              "--rebuild",
              "--store",
              store.toString());
      processes.add(new ProcessBuilder(words.toList()).start());
    }
    for (var process : processes) {
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), err);
      assertTrue(out.contains("7 runs"), out + err);
    }
  }
}
