package io.github.icldynamics.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.system.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten thousand documents that were good once, with pieces taken out, doubled, exchanged, or
 * replaced by what hurts. Each is read, planned or evaluated, or refused in one sentence, within
 * its time; whatever else is thrown would be an internal error.
 */
class MutatedDocumentsTest {
  private static final int EXPERIMENTS = 3500;
  private static final int CASES = 1500;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final List<String> HURTFUL =
      List.of(
          "0",
          "-1",
          "1e999",
          "-1e-999",
          "1e308",
          "1e18",
          "1e19",
          "9007199254740993",
          "0.1",
          "1e-320",
          "NaN",
          ".nan",
          "inf",
          "-inf",
          "0x1F",
          "1_000",
          "0,5",
          "\u22121",
          "\u00a0",
          "\u200b",
          "\t",
          "\n",
          "[]",
          "{}",
          "[[1, 2], [3]]",
          "[[0]]",
          "~",
          "null",
          "true",
          "''",
          "\"",
          "'",
          "*a",
          "&a",
          "<<",
          "${x}",
          "!!binary",
          "---",
          "...",
          "#",
          "//",
          ":",
          ": ",
          ",",
          "- ",
          "? ",
          "%",
          "@",
          "`",
          "|",
          ">",
          "\0",
          "\uFEFF",
          "\uD800",
          "\uD83D\uDE00",
          "auto",
          "all",
          "same",
          "identity",
          "zero",
          "gaussian",
          "flow",
          "sgd",
          "normalized",
          "1".repeat(500),
          "[".repeat(80));

  private static final List<String> MORE_EXPERIMENTS =
      List.of(
          """
          tokenLaw: {groups: [{probability: 0.5, count: 1}, {probability: 0.125, count: 4}]}
          promptLength: 60
          labels: {covariance: {kernel: polynomial, degree: 3, offset: 0.5}, noise: 0.1}
          features: {gram: {equicorrelated: 0.3}}
          initial: {logits: {gaussian: {scale: 0.1, seed: 7}}}
          training: {method: momentum, momentum: 0.5, learningRate: 0.1, epsilon: 0.1, until: 9}
          queries: [0, 3]
          queryLaw: {balanced: {features: 5}}
          valueScale: {initial: 0.5, trained: true}
          test: {promptLength: 7, tokenLaw: {weights: [1, 2, 3, 4, 5]}}
          """,
          """
          tokenLaw: {probabilities: [0.5, 0.25, 0.25]}
          promptLength: inf
          labels: {covariance: [[1, 0, 0], [0, 2, 0.5], [0, 0.5, 1]]}
          training: {method: gd, until: 9}
          change: {switch: {at: 4, to: {zipf: {features: 3, exponent: 2}}}}
          """,
          """
          mixture: {classes: 3, covariance: [[1, 0.5], [0.5, 2]], priors: [0.5, 0.25, 0.25], means: independent}
          promptLength: 20
          test: {promptLength: 30, covariance: {conditionNumber: 4, seed: 2}, priors: [0.2, 0.3, 0.5]}
          initial: {weights: [1, 2]}
          training: {method: gd, learningRate: 0.1, until: 3}
          accuracy: {standardError: 0.01, seed: 3}
          """);

  private static final List<String> CASES_OF_EVALUATE =
      List.of(
          "{\"probabilities\": [0.5, 0.3, 0.2], \"promptLength\": 20, \"query\": 1, \"logits\":"
              + " [-1, 2, 0]}",
          "[{\"probabilities\": [0.5, 0.25], \"multiplicities\": [1, 2], \"promptLength\": \"inf\","
              + " \"query\": 0, \"logits\": [1, 0], \"noiseVariance\": 0.5}, {\"probabilities\":"
              + " [0.5, 0.5], \"promptLength\": 3, \"query\": 0, \"logits\": [0, 1],"
              + " \"labelCovariance\": [[1, 0.5], [0.5, 2]]}]");

  private final Systems systems = Laboratory.systems();

  private List<String> experiments() {
    var texts = new ArrayList<>(MORE_EXPERIMENTS);
    systems
        .presets()
        .keySet()
        .forEach(name -> texts.add(Yaml.text(systems.preset(name).document())));
    return texts;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void experimentsAreReadAndPlannedOrRefused(long seed) {
    every(EXPERIMENTS, experiments(), seed, this::readAndPlan);
  }

  private void readAndPlan(String text) {
    Yaml.parse("FILE", text).read(systems::read).plan(Wanted.whole());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void casesAreEvaluatedOrRefused(long seed) {
    every(CASES, CASES_OF_EVALUATE, seed, this::evaluate);
  }

  private void evaluate(String text) {
    var evaluation =
        systems.all().stream()
            .map(LearningSystem::evaluation)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow();
    var document = Json.parse("FILE", text);
    document.read(
        node -> {
          var cases = node instanceof Node.Items(var items) ? items : List.of(node);
          cases.forEach(evaluation::evaluate);
          return node;
        });
  }

  private static void every(int number, List<String> texts, long seed, Consumer<String> use) {
    var random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < number; i++) {
      String mutated = mutated(texts.get(i % texts.size()), random);
      refused += isRefused(mutated, "seed " + seed + ", document " + i, use) ? 1 : 0;
    }
    assertTrue(refused > number / 4 && refused < number, refused + " of " + number + " refused");
  }

  private static boolean isRefused(String text, String name, Consumer<String> use) {
    long begun = System.nanoTime();
    boolean refused = false;
    try {
      use.accept(text);
    } catch (InvalidInputException e) {
      refused = true;
      String sentence = String.valueOf(e.getMessage());
      assertEquals(1, sentence.lines().count(), () -> name + ": " + sentence);
      assertTrue(sentence.length() < 700, () -> name + ": " + sentence);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      fail(name + " is an internal error: " + text, e);
    }
    var taken = Duration.ofNanos(System.nanoTime() - begun);
    assertTrue(taken.compareTo(LIMIT) < 0, () -> name + " took " + taken + ": " + text);
    return refused;
  }

  private static String mutated(String text, Random random) {
    var mutant = new StringBuilder(text);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !mutant.isEmpty(); i++) {
      change(mutant, random);
    }
    return mutant.toString();
  }

  private static void change(StringBuilder text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + 1 + random.nextInt(12));
    String hurtful = HURTFUL.get(random.nextInt(HURTFUL.size()));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(from, to);
      case 1 -> text.insert(from, text.substring(from, to));
      case 2 -> text.insert(from, hurtful);
      case 3 -> replaceNumber(text, from, hurtful);
      case 4 -> text.replace(from, to, hurtful);
      default -> text.setCharAt(from, (char) (' ' + random.nextInt(95)));
    }
  }

  /** The next number in the text, whole. */
  private static void replaceNumber(StringBuilder text, int from, String hurtful) {
    int begin = from;
    while (begin < text.length() && !Character.isDigit(text.charAt(begin))) {
      begin++;
    }
    int end = begin;
    while (end < text.length() && "0123456789.e".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    text.replace(begin, end, hurtful);
  }
}
