package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.training.ColumnEvaluators;
import io.github.icldynamics.softmaxregression.training.ColumnState;
import java.util.Optional;

/** The errors of a query's states on the test's population. One from one thread at a time. */
final class TestErrors {
  private final Optional<ColumnEvaluators> evaluators;

  TestErrors(Experiment experiment, long query) {
    this.evaluators = experiment.testColumn(query).map(ColumnEvaluators::of);
  }

  /** The error of a state; NaN if there is no test. */
  double of(ColumnState state) {
    return evaluators
        .map(test -> test.at(state.valueScale()).loss(state.logits()))
        .orElse(Double.NaN);
  }
}
