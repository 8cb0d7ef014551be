package io.github.icldynamics;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.TrainingPlan;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import io.github.icldynamics.training.TrainingMethod;

/** The README's example, as it stands there. */
final class ReadmeExample {
  private ReadmeExample() {}

  static void main() {
    // begin
    var law = TokenLaw.imbalanced(1_000_000, 0.5);
    var prompts = PromptLength.of(1_000_000_000_000L);
    var column = law.column(1, prompts, LabelModel.linear());
    var value = PopulationEvaluator.of(column).evaluate(Vector.of(-3, 2, 0));
    System.out.println("error " + value.loss() + ", attention " + value.meanAttention());

    var flow = TrainingMethod.GradientFlow.accurate();
    var plan =
        new TrainingPlan(law, prompts, LabelModel.linear(), flow, 0.01, Ending.convergence());
    var run = ColumnRun.train(plan, 1);
    run.phases().forEach(phase -> System.out.println(phase.name() + " ends at τ = " + phase.to()));
    // end
  }
}
