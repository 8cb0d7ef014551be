package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused as a sweep, and whose a folder is. */
class SweepInputTest {
  @TempDir private Path folder;

  private CommandLineFixture sweep(String source, String... more) {
    var words = Stream.of(List.of("sweep", source), List.of(more));
    return icl(words.flatMap(List::stream).toArray(String[]::new));
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("sweep.yaml"), yaml);
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
  void aFolderMayHaveAnyName() throws IOException {
    var out = folder.resolve("a [1] *?'b");
    var made =
        sweep("balanced", "--vary", "K=5", "--measure", "convergence", "--out", out.toString());
    assertEquals(0, made.code(), made.err());
    assertTrue(Files.size(out.resolve("table.parquet")) > 0);
  }
}
