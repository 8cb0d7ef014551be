package io.github.icldynamics.lab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.run.ExperimentRun;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Experiments that break the paper's assumptions: read, written, refused, carried out. */
class VariationsTest {
  private static final String START =
      "tokenLaw: {imbalanced: {features: 4, dominant: 0.5}}\npromptLength: 20\n";

  private static Experiment parse(String more) {
    return ExperimentFile.parse("test", START + more.replace("; ", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels: {covariance: {kernel: polynomial, degree: 3, offset: 0.5}, noise: 0.1}",
        "labels: {covariance: {kernel: relu}}; features: {gram: {equicorrelated: 0.25}}",
        "labels: {covariance: {kernel: gaussian, length: 0.5}}; features: {gram:"
            + " [[1,0.5,0,0],[0.5,1,0,0],[0,0,1,0],[0,0,0,1]]}",
        "initial: {logits: {gaussian: {scale: 0.1, seed: 7}}}",
        "initial: {logits: [[1,2,3,4],[0,0,0,0],[5,0,0,0],[0,0,0,-1]]}",
        "queryLaw: {balanced: {features: 4}}",
        "queryLaw: {probabilities: [0.1, 0.2, 0.3, 0.4]}",
        "change: {switch: {at: 10, to: {balanced: {features: 4}}}}; training: {until: 20}",
        "change: {drift: {over: 10, to: {zipf: {features: 4, exponent: 2}}}}; training: {until:"
            + " 20}",
        "change: {cycle: {period: 5, to: {balanced: {features: 4}}}}; training: {until: 20}",
        "valueScale: {initial: 0.5, trained: true}; training: {until: 100}",
        "test: {promptLength: 5}",
        "test: {promptLength: inf, tokenLaw: {balanced: {features: 4}}}",
        "training: {method: momentum, momentum: 0.5}",
        "training: {method: adam, beta1: 0.8, beta2: 0.99, adamEpsilon: 1e-6, learningRate: 0.1}",
        "training: {method: sgd, batch: 16, seed: 3, until: 30}",
        "training: {method: normalized, learningRate: 0.1}",
        "training: {tolerance: 1e-6}"
      })
  void canonicalFormsAreReadAsTheSameExperimentAndRun(String more) {
    var experiment = parse(more);
    var again = ExperimentFile.parse("test", ExperimentFile.canonical(experiment));
    assertEquals(experiment, again);
    assertEquals(ExperimentFile.canonical(experiment), ExperimentFile.canonical(again));
    var one = ExperimentRun.execute(experiment, 1, share -> {});
    var two = ExperimentRun.execute(experiment, 2, share -> {});
    for (int i = 0; i < one.columns().size(); i++) {
      double end = one.end();
      assertEquals(weights(one.columns().get(i), end), weights(two.columns().get(i), end));
    }
  }

  private static Object weights(ColumnRun run, double tau) {
    return run.trajectory().logitsAt(Math.min(tau, run.trajectory().end()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "features: {gram: {equicorrelated: 1}} | features.gram.equicorrelated must lie in [0, 1)",
        "features: {gram: [[1, 2], [2, 1]]} | positive semidefinite",
        "features: {gram: [[1, 0], [0, 1]]} | must have one row for each of the 4 features",
        "features: {gram: other} | features.gram must be identity",
        "labels: {covariance: {kernel: sine}} | labels.covariance.kernel must be linear,",
        "labels: {covariance: {kernel: relu, degree: 2}} | labels.covariance.degree is not a known",
        "labels: {covariance: {kernel: polynomial, degree: 0}} | must be from 1 to 20, not 0",
        "initial: {logits: {gaussian: {scale: -1}}} | initial.logits.gaussian.scale must lie in",
        "initial: {logits: [[1, 2], [3]]} | initial.logits must be square",
        "initial: {logits: [[1, 2], [3, 4]]} | must have one column for each of the 4 features",
        "change: {jump: {at: 1}} | change.jump is not a known key",
        "change: {switch: {at: -1, to: {balanced: {features: 4}}}} | change.switch.at must be a",
        "change: {switch: {at: 1}} | change.switch.to is required",
        "change: {switch: {at: 1, to: {balanced: {features: 4}}}} | training.until must be a time",
        "change: {switch: {at: 1, to: {balanced: {features: 5}}}}; training: {until: 9} | sizes",
        "queryLaw: {balanced: {features: 7}} | must have groups of the same sizes",
        "valueScale: {trained: maybe} | valueScale.trained must be true or false, not maybe",
        "valueScale: {initial: 1e9} | valueScale must lie in [-1e6, 1e6]",
        "test: {promptLength: 0} | test.promptLength must be a whole number from 1 to 1e18",
        "training: {method: momentum, momentum: 1} | training.momentum must lie in [0, 1), not 1",
        "training: {method: sgd, batch: 0} | training.batch must be from 1 to 1000000, not 0",
        "training: {method: adam}; features: {gram: {equicorrelated: 0.5}} | basis of Q",
        "training: {method: sgd}; valueScale: {trained: true} | must be another than sgd",
        "training: {tolerance: 2} | training.tolerance must lie in [1e-14, 1e-2], not 2.0"
      })
  void whatCannotBeIsRefusedWithAReason(String more, String reason) {
    var complaint = assertThrows(InvalidInputException.class, () -> parse(more));
    var message = String.valueOf(complaint.getMessage());
    assertEquals(message.contains(reason), true, message);
  }

  /** The layer tested on its own population tells the error of training. */
  @Test
  void aTestOnTheTrainingPopulationIsTheTrainingError() {
    var experiment = parse("test: {promptLength: 20}");
    var run = ExperimentRun.execute(experiment, 1, share -> {}).columns().get(0);
    var state = run.stateAt(run.trajectory().end());
    var test = experiment.testColumn(run.query()).orElseThrow();
    assertEquals(
        state.value().loss(), PopulationEvaluator.of(test).evaluate(state.logits()).loss());
  }
}
