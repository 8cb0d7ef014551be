package io.github.icldynamics.linearclassification.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.contract.FlowText;
import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureFormatTest {
  private static MixtureExperiment parse(String text) {
    return MixtureExperiment.FORMAT.read(FlowText.read("{" + text + "}"));
  }

  private static MixtureExperiment again(MixtureExperiment experiment) {
    return MixtureExperiment.FORMAT.read(MixtureExperiment.FORMAT.write(experiment));
  }

  @ParameterizedTest
  @EnumSource
  void presetsAreReadAsTheyAreWritten(MixturePreset preset) {
    assertEquals(preset.experiment(), again(preset.experiment()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mixture: {classes: 2, covariance: [1.0, 2.0]}, promptLength: inf",
        "mixture: {classes: 3, dimension: 2, covariance: [[1, 0.3], [0.3, 2]], priors: [0.2, 0.3,"
            + " 0.5]}, promptLength: 1e12, test: {promptLength: inf, covariance: [3, 4], priors:"
            + " [0.5, 0.25, 0.25], means: independent}, training: {method: momentum, momentum:"
            + " 0.5, learningRate: 0.1, until: 40}, initial: {weights: [1, -2]}",
        "mixture: {classes: 4, dimension: 3, covariance: {conditionNumber: 10, seed: 7}, means:"
            + " independent}, promptLength: 1, training: {method: flow}, initial: {weights: 1.5},"
            + " accuracy: {standardError: 0.1, seed: 9}"
      })
  void allFormsAreReadAsTheyAreWritten(String text) {
    assertEquals(parse(text), again(parse(text)));
  }

  @Test
  void whatIsNotGivenTakesTheDocumentedDefault() {
    var given = parse("mixture: {classes: 2, dimension: 2, covariance: [1, 2]}, promptLength: 50");
    assertEquals(MixturePreset.BINARY.experiment(), given);
  }

  @Test
  void theDimensionIsThatOfTheCovariance() {
    assertEquals(
        3,
        parse("mixture: {classes: 2, covariance: [1, 2, 3]}, promptLength: 5").law().dimension());
    assertEquals(
        4, parse("mixture: {classes: 2, dimension: 4}, promptLength: 5").law().dimension());
  }

  @Test
  void theTestSharesWhatItDoesNotName() {
    var experiment =
        parse(
            "mixture: {classes: 2, covariance: [1, 2]}, promptLength: 5, test: {priors: [0.3,"
                + " 0.7]}");
    assertTrue(experiment.isShifted());
    assertEquals(experiment.law().covariance(), experiment.testLaw().covariance());
    assertEquals(Vector.of(0.3, 0.7), experiment.testLaw().priors());
    assertEquals(MeanLaw.ROTATED, experiment.testLaw().means());
    assertEquals(PromptLength.of(1000), experiment.test().promptLength());
    assertFalse(MixturePreset.BINARY.experiment().isShifted());
  }

  @Test
  void randomCovariancesHaveTheirConditionNumber() {
    var law =
        parse(
                "mixture: {classes: 2, dimension: 5, covariance: {conditionNumber: 30}}, "
                    + "promptLength: 5")
            .law();
    var spectrum = law.covariance().spectrum();
    // The axes are orthogonal to rounding, and so is what is made of them.
    assertEquals(30, spectrum.greatest() / spectrum.least(), 1e-11);
    assertEquals(1, spectrum.greatest() * spectrum.least(), 1e-12);
  }
}
