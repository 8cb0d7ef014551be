/// usr/bin/env jbang "$0" "$@" ; exit $?
// JAVA 25+
// DEPS io.github.icldynamics:icl-softmax-regression:0.1.0

import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;
import io.github.icldynamics.softmaxregression.training.Until;

void main() {
  for (long features = 10; features <= 1_000_000; features *= 10) {
    var law = TokenLaw.imbalanced(features, 0.5);
    var prompts = PromptLength.of(features * features);
    var plan =
        new TrainingPlan(
            law, prompts, LabelModel.linear(), GradientFlow.accurate(), 0.01, Until.convergence());
    var end = ColumnRun.train(plan, 1).phases().getLast();
    IO.println("K = %,d: T/K² = %.4f".formatted(features, end.to() / features / features));
  }
}
