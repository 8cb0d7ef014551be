package io.github.icldynamics.softmaxregression.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.contract.FlowText;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFormatTest {
  private static Experiment read(String text) {
    return Experiment.FORMAT.read(FlowText.read(text));
  }

  private static Experiment again(Experiment experiment) {
    return Experiment.FORMAT.read(Experiment.FORMAT.write(experiment));
  }

  @ParameterizedTest
  @EnumSource
  void presetsAreReadAsTheyAreWritten(Preset preset) {
    assertEquals(preset.experiment(), again(preset.experiment()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{tokenLaw: {probabilities: [0.4, 0.25, 0.15, 0.1, 0.06, 0.04]}, promptLength: inf,"
            + " queries: [0, 5]}",
        "{tokenLaw: {groups: [{probability: 0.5, count: 1}, {probability: 0.0005, count: 1000}]},"
            + " promptLength: 1e12, queries: all}",
        "{tokenLaw: {zipf: {features: 20, exponent: 0.5}}, promptLength: 7,"
            + " training: {method: gd, learningRate: 0.1, until: 1e5}}",
        "{tokenLaw: {probabilities: [0.5, 0.5]}, promptLength: 3,"
            + " labels: {covariance: [[1, 0.1], [0.1, 2]], noise: 0.5}}"
      })
  void allFormsAreReadAsTheyAreWritten(String text) {
    assertEquals(read(text), again(read(text)));
  }

  @Test
  void whatIsNotGivenTakesTheDeclaredDefault() {
    assertEquals(
        Preset.IMBALANCED.experiment(),
        read("{tokenLaw: {imbalanced: {features: 100, dominant: 0.5}}, promptLength: 1e4}"));
  }

  @Test
  void wholeNumbersMayBeWrittenWithExponents() {
    var experiment = read("{tokenLaw: {balanced: {features: 1.5e3}}, promptLength: 1e18}");
    assertEquals(1500, experiment.law().features());
    assertEquals(PromptLength.of(PromptLength.LONGEST), experiment.promptLength());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{promptLength: 5} | tokenLaw is required but not given",
        "{tokenLaw: {balanced: {features: 5}}} | promptLength is required but not given",
        "{tokenLaw: {}, promptLength: 5} | tokenLaw must have exactly one of the keys imbalanced,"
            + " balanced, zipf, geometric, probabilities, weights, groups, not 0",
        "{tokenLaw: {balanced: {features: 1}}, promptLength: 5} | tokenLaw.balanced.features must"
            + " be from 2 to 2^53, not 1",
        "{tokenLaw: {imbalanced: {features: 5, dominant: 1}}, promptLength: 5} |"
            + " tokenLaw.imbalanced.dominant must be greater than 0 and less than 1, not 1.0",
        "{tokenLaw: {balanced: {features: 5}}, promptLength: 0} | promptLength must be a whole"
            + " number from 1 to 1e18, or inf, not 0",
        "{tokenLaw: {balanced: {features: 5}}, promtLength: 5} | promtLength is not a known key;"
            + " did you mean promptLength?",
        "{tokenLaw: {balanced: {features: 5}}, promptLength: 5, training: {method: gd, momentum:"
            + " 0.5}} | training.momentum goes with the method momentum or nesterov, not with gd"
      })
  void whatIsWrongIsToldWithItsField(String text, String sentence) {
    var e = assertThrows(InvalidInputException.class, () -> read(text));
    assertEquals(sentence, e.getMessage());
  }
}
