package io.github.icldynamics.softmaxregression.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.contract.FlowText;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.Preset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownExperimentTest {
  private static final String THREE = "tokenLaw: {probabilities: [0.5, 0.3, 0.2]}, ";
  private static final String LENGTH = "promptLength: 20, ";

  @ParameterizedTest
  @EnumSource
  void presetsAreShown(Preset preset) {
    assertShown(preset.experiment());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels: {noise: 0.5}",
        "labels: {covariance: {kernel: linear}}",
        "initial: {logits: {gaussian: {scale: 0.1, seed: -7}}}",
        "training: {method: normalized, learningRate: 0.5, epsilon: 0.1, until: 100}",
        "training: {method: momentum, momentum: 0.5}",
        "training: {method: sgd, batch: 16, seed: 3}",
        "training: {tolerance: 1e-9}",
        "queries: all",
        "queries: [2, 0]"
      })
  void whateverThePageHasAFieldForIsShown(String field) {
    assertShown(read(THREE + LENGTH + field));
  }

  @Test
  void longPromptsAndManyFeaturesAreShown() {
    assertShown(read("tokenLaw: {balanced: {features: 9007199254740992}}, promptLength: inf"));
    assertShown(read("tokenLaw: {zipf: {features: 2000}}, promptLength: 1e18"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labels: {covariance: {kernel: relu}} | labels.covariance must be identity in the studio,"
            + " not a mapping",
        "labels: {covariance: [[2, 0, 0], [0, 1, 0], [0, 0, 1]]} | labels.covariance must be"
            + " identity in the studio, not a list",
        "features: {gram: {equicorrelated: 0.3}} | features.gram must be identity in the studio,"
            + " not a mapping",
        "initial: {logits: [[0, 0, 0], [0, 0, 0], [0, 0, 0]]} | initial.logits must be zero in the"
            + " studio, not a list",
        "queryLaw: {balanced: {features: 3}} | queryLaw must be same in the studio, not a mapping",
        "training: {until: 2}; change: {switch: {at: 1, to: {balanced: {features: 3}}}} | change"
            + " must be none in the studio, not a mapping",
        "valueScale: {initial: 2} | valueScale.initial must be 1.0 in the studio, not 2.0",
        "valueScale: {trained: true} | valueScale.trained must be false in the studio, not true",
        "test: {promptLength: 5} | test must be same in the studio, not a mapping"
      })
  void whatThePageHasNoFieldForIsNot(String field, String sentence) {
    assertNotShown(THREE + LENGTH + field.replace("; ", ", "), sentence);
  }

  @Test
  void whatIsTooLargeToLookAtIsNot() {
    assertNotShown(
        "tokenLaw: {zipf: {features: 2001}}, " + LENGTH,
        "tokenLaw.zipf.features must be at most 2000 in the studio, not 2001");
    assertNotShown(
        "tokenLaw: {probabilities: [" + repeated("0.015384615384615385", 65) + "]}, " + LENGTH,
        "tokenLaw.probabilities must be at most 64 in the studio, not 65");
    assertNotShown(
        "tokenLaw: {groups: [" + repeated("{probability: 0.03125, count: 2}", 16) + "]}, " + LENGTH,
        "tokenLaw.groups must be at most 12 in the studio, not 16");
    assertNotShown(
        "tokenLaw: {balanced: {features: 20}}, "
            + LENGTH
            + "queries: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]",
        "queries must be at most 12 in the studio, not 13");
    assertNotShown(
        "tokenLaw: {balanced: {features: 5001}}, "
            + LENGTH
            + "initial: {logits: {gaussian: {scale: 1, seed: 1}}}",
        "features told apart by initial logits must be at most 5000 in the studio, not 5001");
  }

  @Test
  void whatADoubleWouldRoundIsNot() {
    assertNotShown(
        THREE + "promptLength: 9007199254740993",
        "promptLength must be a whole number that a double holds exactly in the studio, not"
            + " 9007199254740993");
    assertNotShown(
        THREE + LENGTH + "initial: {logits: {gaussian: {scale: 1, seed: 9223372036854775807}}}",
        "initial.logits.gaussian.seed must be a whole number that a double holds exactly in the"
            + " studio, not 9223372036854775807");
    assertNotShown(
        THREE + LENGTH + "training: {method: sgd, seed: 9007199254740993}",
        "training.seed must be a whole number that a double holds exactly in the studio, not"
            + " 9007199254740993");
  }

  private static String repeated(String element, int times) {
    return IntStream.range(0, times).mapToObj(_ -> element).collect(Collectors.joining(", "));
  }

  private static Experiment read(String text) {
    return Experiment.FORMAT.read(FlowText.read("{" + text + "}"));
  }

  private static void assertShown(Experiment experiment) {
    assertSame(experiment, ShownExperiment.require(experiment));
  }

  private static void assertNotShown(String text, String sentence) {
    var experiment = read(text);
    var e =
        assertThrows(
            InvalidInputException.class, () -> ShownExperiment.require(experiment), sentence);
    assertEquals(sentence + "; icl run can run others", e.getMessage());
  }
}
