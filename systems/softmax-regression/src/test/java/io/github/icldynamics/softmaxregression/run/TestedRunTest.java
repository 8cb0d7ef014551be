package io.github.icldynamics.softmaxregression.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.TestChoice;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.experiment.ValueScale;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Workforce;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** What is measured is written down: tests, their floors, value scales. */
class TestedRunTest {
  private static final int TOKENS = 100;

  private static Experiment tested(int tokens) {
    var test =
        new TestChoice(Optional.empty(), Optional.of(PromptLength.of(tokens)), Optional.empty());
    return Experiment.of(new TokenLawChoice.Imbalanced(9, 0.5), PromptLength.of(TOKENS))
        .with(Experiment.TEST, Optional.of(test));
  }

  private static List<Table> tables(Experiment experiment) {
    var part = Runs.of(experiment, Wanted.whole()).parts().getFirst();
    return part.work().make(Workforce.alone(), share -> {}).tables();
  }

  private static Table table(Experiment experiment, String name) {
    return tables(experiment).stream()
        .filter(table -> table.form().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Tested on what it was trained on, a layer errs as in training, at all times. */
  @Test
  void theSamePopulationIsNoTest() {
    var trajectory = table(tested(TOKENS), "trajectory");
    assertTrue(trajectory.size() > 100);
    for (int row = 0; row < trajectory.size(); row++) {
      assertEquals(trajectory.real("error", row), trajectory.real("test_error", row));
      assertEquals(1, trajectory.real("value_scale", row));
    }
    var queries = table(tested(TOKENS), "queries");
    assertEquals(queries.real("log_floor", 1), queries.real("log_test_floor", 1));
    assertEquals(
        queries.real("convergence_tau", 1),
        queries.real("test_convergence_tau", 1),
        1e-9 * queries.real("convergence_tau", 1));
  }

  /** Errors by the test's length: that of training is among them, and none is below its floor. */
  @Test
  void noLengthIsBelowItsFloor() {
    var lengths = table(tested(7), "test_lengths");
    var queries = table(tested(7), "queries");
    boolean met = false;
    for (int row = 0; row < lengths.size(); row++) {
      double error = lengths.real("test_error", row);
      assertTrue(error >= FastMath.exp(lengths.real("log_test_floor", row)) * (1 - 1e-12));
      if (lengths.real("tokens", row) == TOKENS && lengths.whole("query", row) == 1) {
        assertEquals(queries.real("end_error", 1), error, 1e-13);
        met = true;
      }
    }
    assertTrue(met);
  }

  /** ν at the end of the table is that of the query's row, and has moved. */
  @Test
  void aTrainedValueScaleIsWrittenDown() {
    var experiment =
        Experiment.of(new TokenLawChoice.Imbalanced(9, 0.5), PromptLength.infinite())
            .with(Experiment.VALUE_SCALE, new ValueScale(0.5, true));
    var trajectory = table(experiment, "trajectory");
    var queries = table(experiment, "queries");
    assertEquals(0.5, trajectory.real("value_scale", 0));
    double last = trajectory.real("value_scale", trajectory.size() - 1);
    assertEquals(queries.real("end_value_scale", 1), last, 1e-12);
    assertTrue(last > 0.9, "ν = " + last);
  }
}
