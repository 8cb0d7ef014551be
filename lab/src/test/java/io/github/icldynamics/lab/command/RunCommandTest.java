package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
  @TempDir private Path folder;

  @Test
  void theSummaryHasWhatTheContractSays() {
    var result = icl("run", "imbalanced", "--no-save", "--json");
    assertEquals(0, result.code(), result.err());
    var summary = result.json();
    assertEquals("converged", summary.get("outcome").asString());
    assertEquals(100, summary.at("/experiment/tokenLaw/imbalanced/features").asInt());
    var query = summary.get("queries").get(1);
    assertEquals(1, query.get("query").asInt());
    assertEquals("under-represented", query.get("role").asString());
    assertEquals(3, query.get("groups").size());
    assertEquals(98, query.get("groups").get(2).get("count").asLong());
    assertEquals(List.of("I", "II", "III", "IV"), query.get("phases").findValuesAsString("name"));
    double tau = query.at("/convergence/tau").asDouble();
    assertEquals(tau, query.get("phases").get(3).get("to").asDouble());
    assertEquals(5, query.get("states").size());
    var last = query.get("states").get(4);
    assertEquals(0.01, last.get("error").asDouble(), 1e-9);
    assertEquals(3, last.get("logits").size());
  }

  /** Reference values of the system's reference/trajectories.json, K = 100. */
  @Test
  void statesAreGivenAtExactlyTheTimesAskedFor() {
    var summary =
        icl("run", "imbalanced", "--no-save", "--json", "--at", "1e6,10", "--query", "1").json();
    var states = summary.get("queries").get(0).get("states");
    assertEquals(2, states.size());
    assertEquals(1e6, states.get(0).get("tau").asDouble());
    assertEquals(9.182169206518116, states.get(0).get("logits").get(1).asDouble(), 1e-6);
    assertEquals(0.6204380127927922, states.get(1).get("error").asDouble(), 1e-6);
  }

  /** With ν trained too the dominant feature is learned, forgotten and learned again. */
  @Test
  void aQueryThatErrsAgainAfterItHasConvergedIsTold() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("trained.yaml"),
            """
            tokenLaw: {imbalanced: {features: 1000, dominant: 0.5}}
            promptLength: inf
            valueScale: {initial: 1, trained: true}
            """);
    String sentence = "after it has converged its error rises above its target again, to 0.0120";
    var told = icl("run", file.toString(), "--out", folder.resolve("trained").toString());
    assertTrue(told.out().contains("Query 0: " + sentence), told.out());
    assertFalse(told.out().contains("Query 1: after"), told.out());
  }

  @Test
  void gradientDescentCountsIterations() {
    var query =
        icl("run", "balanced", "--method", "gd", "--learning-rate", "2", "--no-save", "--json")
            .json()
            .get("queries")
            .get(0);
    double tau = query.at("/convergence/tau").asDouble();
    assertEquals(tau / 2, query.at("/convergence/iterations").asDouble());
    assertEquals(Math.rint(tau / 2), tau / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"imbalanced", "balanced", "zipf"})
  void theSameExperimentGivesTheSameBytesWithAnyNumberOfThreads(String preset) throws IOException {
    var first = files(preset, "first", "1");
    var second = files(preset, "second", "2");
    assertEquals(first.keySet(), second.keySet());
    for (var name : first.keySet()) {
      if (!name.equals("provenance.json")) {
        assertArrayEquals(first.get(name), second.get(name), name);
      }
    }
  }

  private Map<String, byte[]> files(String preset, String name, String threads) throws IOException {
    var out = folder.resolve(name);
    var result =
        icl("run", preset, "--features", "12", "--threads", threads, "--out", out.toString());
    assertEquals(0, result.code(), result.err());
    var contents = new TreeMap<String, byte[]>();
    try (var files = Files.list(out)) {
      for (var file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  @Test
  void theSameExperimentReplacesItsFolderAndAnotherDoesNot() throws IOException {
    var out = folder.resolve("run");
    assertEquals(0, icl("run", "balanced", "--out", out.toString()).code());
    Files.writeString(out.resolve("summary.json"), "spoilt");
    assertEquals(0, icl("run", "balanced", "--out", out.toString()).code());
    assertNotEquals("spoilt", Files.readString(out.resolve("summary.json")));
    assertEquals(2, icl("run", "zipf", "--features", "3", "--out", out.toString()).code());
    try (var entries = Files.list(folder)) {
      assertEquals(List.of(out), entries.toList());
    }
  }

  @Test
  void thePrintedExperimentRunsAsTheSameExperiment() throws IOException {
    var printed = icl("run", "zipf", "--features", "4", "--epsilon", "0.1", "--print-experiment");
    var file = Files.writeString(folder.resolve("mine.yaml"), printed.out());
    var left = icl("run", file.toString(), "--no-save", "--json");
    var right = icl("run", "zipf", "--features", "4", "--epsilon", "0.1", "--no-save", "--json");
    assertEquals(right.out(), left.out());
  }

  @Test
  void aRunThatMissesItsGoalSaysSoWithExitCodeOne() {
    // Prompts of one token teach nothing, yet their error is its own floor: that has converged.
    assertEquals(0, icl("run", "balanced", "--prompt-length", "1", "--no-save").code());
    var gd =
        icl(
            "run",
            "imbalanced",
            "--method",
            "gd",
            "--learning-rate",
            "1e9",
            "--epsilon",
            "1e-9",
            "--no-save",
            "--json");
    assertEquals(1, gd.code(), gd.err());
    assertNotEquals("converged", gd.json().get("outcome").asString());
    assertTrue(gd.json().get("queries").get(0).get("convergence").isNull());
  }

  @Test
  void toTrainUntilAGivenTimeIsToReachIt() {
    var result = icl("run", "imbalanced", "--until", "100", "--no-save", "--json");
    assertEquals(0, result.code());
    assertEquals("budget-exhausted", result.json().get("outcome").asString());
    assertEquals("converged", result.json().get("queries").get(0).get("outcome").asString());
  }

  @Test
  void withNoiseTheFloorIsComputedAndTheRunConverges() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("noisy.yaml"),
            """
            tokenLaw: {probabilities: [0.5, 0.3, 0.2]}
            promptLength: 20
            labels: {covariance: [[2, 0.5, 0], [0.5, 1, 0], [0, 0, 1]], noise: 0.5}
            """);
    var result = icl("run", file.toString(), "--no-save", "--json");
    assertEquals(0, result.code(), result.err());
    assertEquals("converged", result.json().get("outcome").asString());
    var query = result.json().get("queries").get(0);
    double floor = query.get("minimalError").asDouble();
    assertEquals("minimisation", query.get("minimalErrorBy").asString());
    assertTrue(query.get("minimalErrorMissing") == null);
    var last = query.get("states").get(query.get("states").size() - 1);
    assertTrue(last.get("error").asDouble() <= floor + 0.01 + 1e-12);
    var convergence = query.get("convergence");
    assertEquals(0.01, convergence.get("criterion").get("excess").asDouble());
    double reducible = query.get("initialError").asDouble() - floor;
    assertEquals(0.01 / reducible, convergence.get("shareOfReducible").asDouble(), 1e-9);
  }

  @Test
  void aFloorThatIsNotComputedSaysWhy() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("many.yaml"),
            """
            tokenLaw: {zipf: {features: 61, exponent: 1}}
            promptLength: 20
            labels: {noise: 0.5}
            queries: [0]
            training: {until: 10}
            """);
    var query = icl("run", file.toString(), "--no-save", "--json").json().get("queries").get(0);
    assertTrue(query.get("minimalError").isNull() && query.get("minimalErrorBy").isNull());
    assertEquals(
        "not computed, because no formula is known and more than 60 weights (30 where labels have a"
            + " matrix) are too many to minimise over",
        query.get("minimalErrorMissing").asString());
  }

  @Test
  void aLevelBelowTheFloorIsNeverReachedAndSaysSo() {
    var result =
        icl("run", "balanced", "--prompt-length", "10", "--converged", "below=0.01", "--no-save");
    assertEquals(1, result.code());
    assertTrue(
        result.out().contains("no logits bring its error down to 0.01, because its floor is"),
        result.out());
  }

  @Test
  void groupsHaveRolesAndRanks() {
    var query = icl("run", "imbalanced", "--no-save", "--json").json().get("queries").get(1);
    var roles = new StringBuilder();
    for (var group : query.get("groups")) {
      roles.append(group.get("role").asString()).append(group.get("rank").asLong()).append(' ');
    }
    assertEquals("dominant1 query2 rest2 ", roles.toString());
  }

  /** What was asked for in a criterion is the same as epsilon; both at once are refused. */
  @Test
  void aCriterionTakesThePlaceOfEpsilon() {
    var excess = icl("run", "imbalanced", "--converged", "excess=0.02", "--print-experiment");
    var epsilon = icl("run", "imbalanced", "--epsilon", "0.02", "--print-experiment");
    assertEquals(epsilon.out(), excess.out());
    var both = icl("run", "imbalanced", "--epsilon", "0.02", "--converged", "share=0.1");
    assertEquals(2, both.code());
    assertTrue(both.err().contains("must not be given beside converged"), both.err());
  }

  @Test
  void theTestsErrorAndItsFloorAreTold() {
    var result = icl("run", "imbalanced", "--test-length", "100", "--no-save", "--json").json();
    var query = result.get("queries").get(1);
    var states = query.get("states");
    double atEnd = states.get(states.size() - 1).get("testError").asDouble();
    double floor = query.get("minimalTestError").asDouble();
    assertTrue(atEnd > floor && floor > 0.2, atEnd + " above " + floor);
    assertTrue(query.get("testConvergence").get("tau").asDouble() > 0);
  }

  @Test
  void aMatrixTellsApartWhatALawDoesNot() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("apart.yaml"),
            """
            tokenLaw: {balanced: {features: 3}}
            promptLength: 20
            labels: {covariance: [[2, 0.5, 0], [0.5, 1, 0], [0, 0, 1]]}
            training: {until: 10}
            """);
    var query = icl("run", file.toString(), "--no-save", "--json").json().get("queries").get(0);
    assertEquals(3, query.get("groups").size());
  }

  @Test
  void theTableOfADiscreteMethodHoldsIterations() throws IOException {
    var out = folder.resolve("descent");
    icl("run", "balanced", "--method", "gd", "--learning-rate", "0.25", "--out", out.toString());
    var rows = Files.readAllLines(out.resolve("trajectory.csv"));
    for (var row : rows.subList(1, rows.size())) {
      double iterations = Double.parseDouble(row.split(",", -1)[2]);
      assertEquals(Math.rint(iterations), iterations, row);
    }
  }

  @Test
  void timesBetweenIterationsTakeTheNearest() {
    var result =
        icl(
            "run",
            "imbalanced",
            "--features",
            "6",
            "--method",
            "gd",
            "--learning-rate",
            "0.3",
            "--until",
            "0",
            "--at",
            "338.55",
            "--query",
            "1",
            "--no-save",
            "--json");
    assertEquals(0, result.code(), result.err());
  }

  @Test
  void helpListsOnlyWhatThereIs() {
    var help = icl("--help").out();
    assertTrue(help.contains("run") && help.contains("evaluate") && help.contains("studio"));
    assertTrue(!help.contains("predict") && !help.contains("train "));
    assertEquals(0, icl("run", "--help").code());
    assertTrue(icl("--version").out().startsWith("icl "));
    assertEquals(icl("--version").out(), icl("run", "--version").out());
    assertEquals(icl("--version").out(), icl("evaluate", "-V").out());
  }

  @Test
  void aRunTooLargeToBeHeldIsToldInCountsAndWrittenInTables() throws IOException {
    var out = folder.resolve("large");
    var large = List.of("run", "zipf", "--features", "150", "--prompt-length", "inf");
    var saved = icl(with(large, "--until", "300", "--out", out.toString(), "--resume"));
    assertEquals(0, saved.code(), saved.err());
    assertTrue(
        saved.out().contains("12 of 150 queries shown. 1 of 150 converged; 149"), saved.out());
    assertTrue(saved.out().contains("budget-exhausted: queries 1, 2, 3,"), saved.out());
    assertEquals(151, Files.readAllLines(out.resolve("queries.csv")).size());
    assertTrue(Files.notExists(out.resolve("parts.log")));
    var told = icl(with(large, "--until", "300", "--no-save", "--json"));
    assertEquals(
        Files.readString(out.resolve("summary.json")).strip(), withoutFolder(told.out()).strip());
    assertEquals(22_500, told.json().at("/counts/weights").asInt());
    assertEquals(149, told.json().at("/counts/outcomes/budget-exhausted").asInt());
    assertEquals(1, told.json().get("slowest").size());
  }

  /** What is printed says too where it was written; what is written does not. */
  private static String withoutFolder(String json) {
    return json.replaceFirst(",\\s*\"folder\" : [^\\n]*", "");
  }

  private static String[] with(List<String> arguments, String... more) {
    return Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void whatIsNotSavedCannotBeResumed() {
    var result = icl("run", "zipf", "--no-save", "--resume");
    assertEquals(2, result.code());
    assertEquals("icl: --resume cannot go with --no-save", result.err().strip());
  }

  @Test
  void aSmallRunWithManyQueriesCountsThem() {
    var result = icl("run", "zipf", "--features", "20", "--until", "1", "--no-save");
    assertEquals(0, result.code(), result.err());
    assertTrue(
        result.out().contains("12 of 20 queries shown. 0 of 20 converged; 20"), result.out());
  }
}
