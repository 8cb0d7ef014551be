package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.LayerRun;
import org.hipparchus.util.FastMath;

/** The errors of a trained layer on the test's population with prompts of many lengths. */
record TestLengthRows(Experiment experiment, LayerRun layer) {
  /** Lengths a decade, and decades. */
  private static final int PER_DECADE = 6;

  private static final int DECADES = 8;

  static Table of(Experiment experiment, LayerRun layer) {
    return new TestLengthRows(experiment, layer).table();
  }

  private Table table() {
    var rows = Forms.TEST_LENGTHS.begin();
    for (var run : layer.columns()) {
      long before = 0;
      for (int i = 0; i <= PER_DECADE * DECADES; i++) {
        long tokens = (long) FastMath.rint(FastMath.pow(10, (double) i / PER_DECADE));
        if (tokens > before) {
          put(run, tokens, rows);
        }
        before = tokens;
      }
    }
    return rows.table();
  }

  private void put(ColumnRun run, long tokens, TableBuilder rows) {
    var end = run.stateAt(run.outcome().tau());
    var column =
        experiment.testColumn(run.query()).orElseThrow().withPromptLength(PromptLength.of(tokens));
    var evaluator = PopulationEvaluator.of(column.withValueScale(end.valueScale()));
    double floor = ErrorFloor.find(column).map(ErrorFloor::logarithm).orElse(Double.NaN);
    rows.whole(run.query()).real((double) tokens);
    rows.real(evaluator.loss(end.logits())).real(floor);
  }
}
