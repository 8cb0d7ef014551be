package io.github.icldynamics.softmaxregression.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.contract.FlowText;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Experiments that break the paper's assumptions: read, written, refused, carried out. */
class VariationsTest {
  private static final String START =
      "{tokenLaw: {imbalanced: {features: 4, dominant: 0.5}}, promptLength: 20, ";

  private static Experiment parse(String more) {
    return Experiment.FORMAT.read(FlowText.read(START + more.replace("; ", ", ") + "}"));
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
  void writtenFormsAreReadAsTheSameExperimentAndRun(String more) {
    var experiment = parse(more);
    var written = Experiment.FORMAT.write(experiment);
    assertEquals(experiment, Experiment.FORMAT.read(written));
    assertEquals(written, Experiment.FORMAT.write(Experiment.FORMAT.read(written)));
    for (var run : columns(experiment)) {
      assertTrue(run.trajectory().end() > 0);
    }
  }

  private static List<ColumnRun> columns(Experiment experiment) {
    var plan = experiment.layerPlan();
    return plan.isCoupled()
        ? plan.trainTogether(experiment.features())
        : experiment.features().stream().map(plan::train).toList();
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
        "labels: {covariance: {kernel: relu, degree: 2}} | labels.covariance.degree goes with",
        "labels: {covariance: {kernel: polynomial, degree: 0}} | must be from 1 to 20, not 0",
        "initial: {logits: {gaussian: {scale: -1}}} | initial.logits.gaussian.scale must lie in",
        "initial: {logits: [[1, 2], [3]]} | initial.logits must be square",
        "initial: {logits: [[1, 2], [3, 4]]} | must have one column for each of the 4 features",
        "change: {jump: {at: 1}} | change.jump is not a known key",
        "change: {switch: {at: -1, to: {balanced: {features: 4}}}} | change.switch.at must be a",
        "change: {switch: {at: 1}} | change.switch.to is required",
        "change: {switch: {at: 1, to: {balanced: {features: 4}}}} | training.until must be a time",
        "change: {switch: {at: 1, to: {balanced: {features: 5}}}}; training: {until: 9} | change.to"
            + " must have as many features",
        "queryLaw: {balanced: {features: 7}} | queryLaw must have as many features as the token"
            + " law",
        "valueScale: {trained: maybe} | valueScale.trained must be true or false, not maybe",
        "valueScale: {initial: 1e9} | valueScale.initial must lie in [-1e6, 1e6]",
        "test: {promptLength: 0} | test.promptLength must be a whole number from 1 to 1e18",
        "training: {method: momentum, momentum: 1} | training.momentum must lie in [0, 1), not 1",
        "training: {method: sgd, batch: 0} | training.batch must be from 1 to 1000000, not 0",
        "training: {method: adam}; features: {gram: {equicorrelated: 0.5}} | basis of Q",
        "training: {method: sgd}; valueScale: {trained: true} | must be another than sgd",
        "training: {tolerance: 2} | training.tolerance must be auto or lie in [1e-14, 0.01], not"
            + " 2.0"
      })
  void whatCannotBeIsRefusedWithAReason(String more, String reason) {
    var complaint = assertThrows(InvalidInputException.class, () -> parse(more));
    var message = String.valueOf(complaint.getMessage());
    assertTrue(message.contains(reason), message);
  }

  /** The layer tested on its own population tells the error of training. */
  @Test
  void aTestOnTheTrainingPopulationIsTheTrainingError() {
    var experiment = parse("test: {promptLength: 20}");
    var run = columns(experiment).getFirst();
    var state = run.stateAt(run.trajectory().end());
    var test = experiment.testColumn(run.query()).orElseThrow();
    assertEquals(
        state.value().loss(), PopulationEvaluator.of(test).evaluate(state.logits()).loss());
  }
}
