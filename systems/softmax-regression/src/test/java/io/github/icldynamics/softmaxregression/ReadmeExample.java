package io.github.icldynamics.softmaxregression;

import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;
import io.github.icldynamics.softmaxregression.training.Until;

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

    var flow = GradientFlow.accurate();
    var plan = new TrainingPlan(law, prompts, LabelModel.linear(), flow, 0.01, Until.convergence());
    var run = ColumnRun.train(plan, 1);
    run.phases().forEach(phase -> System.out.println(phase.name() + " ends at τ = " + phase.to()));
    // end
  }
}
