package io.github.icldynamics.lab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.icldynamics.experiment.Preset;
import io.github.icldynamics.prompt.PromptLength;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentFileTest {
  @ParameterizedTest
  @EnumSource(Preset.class)
  void presetsSurviveTheirCanonicalText(Preset preset) {
    var experiment = preset.experiment();
    var again = ExperimentFile.parse("text", ExperimentFile.canonical(experiment));
    assertEquals(experiment, again);
    assertEquals(ExperimentFile.hash(experiment), ExperimentFile.hash(again));
  }

  static Stream<String> forms() {
    return Stream.of(
        """
        tokenLaw: {probabilities: [0.4, 0.25, 0.15, 0.1, 0.06, 0.04]}
        promptLength: inf
        queries: [0, 5]
        """,
        """
        tokenLaw: {groups: [{probability: 0.5, count: 1}, {probability: 0.0005, count: 1000}]}
        promptLength: 1e12
        queries: all
        """,
        """
        {"tokenLaw": {"zipf": {"features": 20, "exponent": 0.5}}, "promptLength": 7,
         "training": {"method": "gd", "learningRate": 0.1, "until": 1e5}}
        """,
        """
        tokenLaw: {probabilities: [0.5, 0.5]}
        promptLength: 3
        labels: {covariance: [[1, 0.1], [0.1, 2]], noise: 0.5}
        """);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void allFormsSurviveTheirCanonicalText(String text) {
    var experiment = ExperimentFile.parse("text", text);
    assertEquals(experiment, ExperimentFile.parse("text", ExperimentFile.canonical(experiment)));
  }

  @Test
  void whatIsNotGivenTakesTheDocumentedDefault() {
    var given =
        ExperimentFile.parse(
            "text",
            """
            tokenLaw: {imbalanced: {features: 100, dominant: 0.5}}
            promptLength: 1e4
            """);
    assertEquals(Preset.IMBALANCED.experiment(), given);
  }

  @Test
  void wholeNumbersMayBeWrittenWithExponents() {
    var experiment =
        ExperimentFile.parse(
            "text",
            """
            tokenLaw: {balanced: {features: 1.5e3}}
            promptLength: 1e18
            """);
    assertEquals(1500, experiment.law().features());
    assertEquals(PromptLength.of(PromptLength.LONGEST), experiment.promptLength());
  }

  @Test
  void differentExperimentsHaveDifferentHashes() {
    assertNotEquals(
        ExperimentFile.hash(Preset.BALANCED.experiment()),
        ExperimentFile.hash(Preset.ZIPF.experiment()));
  }
}
