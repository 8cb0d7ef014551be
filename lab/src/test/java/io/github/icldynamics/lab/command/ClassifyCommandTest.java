package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassifyCommandTest {
  private static final String ON_A_LINE =
      """
      mixture: {classes: 2, covariance: [1.0]}
      promptLength: 20
      test: {promptLength: 100}
      """;

  /** Where a whole run lies that several tests look at. */
  private final Path once;

  private final CommandLineFixture whole;

  @TempDir private Path folder;

  ClassifyCommandTest(@TempDir Path once) throws IOException {
    this.once = once.resolve("run");
    this.whole = run(once, "2");
  }

  private static CommandLineFixture run(Path folder, String threads) throws IOException {
    var file = Files.writeString(folder.resolve("mixture.yaml"), ON_A_LINE).toString();
    var out = folder.resolve("run").toString();
    var result = icl("classify", file, "--threads", threads, "--out", out, "--json");
    assertEquals(0, result.code(), result.err());
    return result;
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("mixture.yaml"), text).toString();
  }

  private JsonNode summary(String text) throws IOException {
    var result = icl("classify", file(text), "--no-save", "--json");
    assertEquals(0, result.code(), result.err());
    return result.json();
  }

  /** Reference values of the system's reference/mixture.json, Λ = 1, N = 20. */
  @Test
  void theSummaryHasWhatTheContractSays() throws IOException {
    var summary = whole.json();
    // The exact rule is good for eleven digits.
    assertEquals(1.0338664589606947, summary.at("/minimiser/0/0").asDouble(), 1e-10);
    assertEquals(0, summary.at("/standardError/0/0").asDouble());
    assertEquals(0, summary.get("lossStandardError").asDouble());
    assertEquals("converged", summary.get("outcome").asString());
    assertTrue(summary.at("/rate/rSquared").asDouble() > 0.999);
    assertTrue(summary.at("/rate/decades").asDouble() >= 6);
    double slope = summary.at("/rate/perIteration").asDouble();
    // The last decades still carry a trace of the curvature, 1e-4 of the slope.
    assertEquals(1, summary.at("/rate/fromHessian").asDouble() / slope, 1e-3);
    assertEquals(10, summary.get("inference").size());
    assertEquals("inf", summary.at("/inference/9/M").asString());
    assertEquals(once.toString(), summary.get("folder").asString());
    String printed = whole.out().replaceFirst(",\\s*\"folder\" : [^\\n]*", "");
    assertEquals(printed.strip(), Files.readString(once.resolve("summary.json")).strip());
  }

  /** W of infinite prompts, as in reference/mixture.json, item inference. */
  @Test
  void errorsAtInferenceAreThoseOfTheReference() throws IOException {
    var summary = summary(ON_A_LINE.replace("promptLength: 20", "promptLength: inf"));
    assertEquals(2, summary.at("/minimiser/0/0").asDouble(), 1e-9);
    var atHundred = summary.at("/inference/2");
    assertEquals(100, atHundred.get("M").asLong());
    double error = atHundred.get("excessError").asDouble();
    double standardError = atHundred.get("standardError").asDouble();
    assertEquals(0.039881716990541285, error, 4 * standardError);
    assertTrue(standardError < 1e-3);
  }

  @Test
  void aSampledRunTellsItsError() throws IOException {
    var summary =
        summary(
            """
            mixture: {classes: 3, covariance: [[1.0, 0.4], [0.4, 2.0]]}
            promptLength: 200
            training: {until: 5}
            accuracy: {standardError: 0.02}
            """);
    double relative = summary.get("relativeStandardError").asDouble();
    assertTrue(relative > 0 && relative <= 0.02, "relative standard error " + relative);
    assertEquals(
        summary.at("/minimiser/0/1").asDouble(), summary.at("/minimiser/1/0").asDouble(), 1e-12);
    assertTrue(summary.at("/minimiser/0/0").asDouble() < 3 / (1 - 0.4 * 0.4 / 2));
    assertTrue(summary.at("/longPrompts/excessErrorTimesRootM").asDouble() > 0);
    assertEquals(7, summary.at("/classifiers/0/classifiers").size());
  }

  @Test
  void theSameExperimentGivesTheSameBytesWithAnyNumberOfThreads() throws IOException {
    run(folder, "1");
    var first = files(folder.resolve("run"));
    var second = files(once);
    assertEquals(first.keySet(), second.keySet());
    assertTrue(first.containsKey("inference.png") && first.containsKey("classifiers.csv"));
    for (var name : first.keySet()) {
      if (!name.equals("provenance.json")) {
        assertArrayEquals(first.get(name), second.get(name), name);
      }
    }
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (var path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  @Test
  void theExperimentIsPrintedInFull() {
    var result = icl("classify", "binary", "--print-experiment");
    assertEquals(0, result.code());
    assertTrue(result.out().contains("conditionNumber: ") || result.out().contains("covariance:"));
    assertTrue(result.out().contains("standardError: 0.001"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{classes: 2, covariance: [[1, 2], [3, 1]]} | mixture.covariance must be symmetric, but"
            + " entry [1][0] is 3.0 and [0][1] is 2.0",
        "{classes: 2, covariance: [[1, 0], [0, -1]]} | mixture.covariance must be positive"
            + " definite, but its least eigenvalue is -1.0",
        "{classes: 2, covariance: [1, 0]} | mixture.covariance[1] must be positive, from"
            + " 1e-12 to 1e12, not 0.0",
        "{classes: 2, covariance: [[1, 2]]} | mixture.covariance must be square, but row 0 has 2"
            + " entries and there are 1 rows",
        "{classes: 2, covariance: [[1, 2], [2]]} | mixture.covariance must be square, but row 1 has"
            + " 1 entries and there are 2 rows",
        "{classes: 1, covariance: [1]} | mixture.classes must be from 2 to 100, not 1",
        "{classes: 2.5, covariance: [1]} | mixture.classes must be a whole number, not 2.5",
        "{classes: 2, dimension: 3, covariance: [1, 2]} | mixture.covariance must be of dimension"
            + " 3, not 2",
        "{classes: 2, dimension: 0} | mixture.dimension must be from 1 to 100, not 0",
        "{classes: 2} | mixture.dimension is required but not given",
        "{classes: 2, covariance: []} | mixture.covariance must have at least one variance, not"
            + " none",
        "{classes: 2, covariance: wide} | mixture.covariance must be a symmetric matrix [[…], …], a"
            + " list of variances or {conditionNumber: …}, not wide",
        "{classes: 2, dimension: 2, covariance: {conditionNumber: 0.5}} |"
            + " mixture.covariance.conditionNumber must lie in [1, 1e8], not 0.5",
        "{classes: 2, dimension: 1, covariance: {conditionNumber: 5}} |"
            + " mixture.covariance.conditionNumber must be from 1 to 1e8, and 1 in one dimension,"
            + " not 5.0",
        "{classes: 2, dimension: 2, covariance: {conditionNumbr: 5}} |"
            + " mixture.covariance.conditionNumbr is not a known key; did you mean"
            + " conditionNumber?",
        "{classes: 2, covariance: [1], priors: [0.5, 0.6]} | mixture.priors must sum to 1 within"
            + " 1e-9, not 1.1; divide each of them by that",
        "{classes: 3, covariance: [1], priors: [0.5, 0.5]} | mixture.priors must be one a class, 3,"
            + " not 2",
        "{classes: 2, covariance: [1], means: fixed} | mixture.means must be rotated or"
            + " independent, not fixed"
      })
  void badMixtures(String mixture, String sentence) throws IOException {
    requireComplaint(sentence, "mixture: " + mixture + "\npromptLength: 50\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "promptLength: 0 | promptLength must be a whole number from 1 to 1e18, or inf, not 0",
        "test: {promptLength: 0} | test.promptLength must be a whole number from 1 to 1e18, or inf,"
            + " not 0",
        "test: {priors: [1]} | test.priors must be one a class, 2, not 1",
        "test: {covariance: [1, 2, 3]} | test.covariance must be of dimension 2, not 3",
        "training: {method: sgd} | training.method must be flow, gd, momentum, nesterov, adam,"
            + " rmsprop, signgd or normalized, not sgd",
        "training: {learningRate: 0} | training.learningRate must be auto or lie in [1e-30, 1e30],"
            + " not 0.0",
        "initial: {weights: [1, 2, 3]} | initial.weights must be zero, one number or as many as the"
            + " dimension 2, not 3",
        "initial: {weights: 1e9} | initial.weights must be within ±1e5, not 1.0E9",
        "accuracy: {standardError: 0} | accuracy.standardError must lie in [1e-5, 1], not 0.0",
        "acuracy: {seed: 1} | acuracy is not a known key; did you mean accuracy?"
      })
  void badRest(String rest, String sentence) throws IOException {
    String length = rest.startsWith("promptLength") ? "" : "promptLength: 50\n";
    requireComplaint(
        sentence, "mixture: {classes: 2, covariance: [1, 2]}\n" + length + rest + "\n");
  }

  @Test
  void coordinatewiseMethodsNeedTheirOwnAxes() throws IOException {
    requireComplaint(
        "training.method must be flow, gd, momentum, nesterov or normalized unless the covariance"
            + " is diagonal, not adam",
        """
        mixture: {classes: 2, covariance: [[1.0, 0.4], [0.4, 2.0]]}
        promptLength: 50
        training: {method: adam}
        """);
  }

  @Test
  void unknownPresetsAreNamed() {
    var result = icl("classify", "binray");
    assertEquals(2, result.code());
    assertEquals(
        "icl: binray is neither a file nor a preset (imbalanced, balanced, zipf, binary,"
            + " multiclass); did you mean binary?",
        result.err().strip());
  }

  private void requireComplaint(String sentence, String text) throws IOException {
    var out = folder.resolve("out");
    var result = icl("classify", file(text), "--out", out.toString());
    String place = " \\(.*, line \\d+, column \\d+\\)$";
    assertEquals("icl: " + sentence, result.err().strip().replaceFirst(place, ""));
    assertEquals(2, result.code());
    assertEquals("", result.out());
    assertFalse(Files.exists(out));
  }
}
