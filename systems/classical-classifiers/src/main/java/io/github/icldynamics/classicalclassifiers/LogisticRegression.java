package io.github.icldynamics.classicalclassifiers;

import io.github.icldynamics.linearclassification.comparison.PromptClassifier;
import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.schema.InvalidInputException;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;

/**
 * Logistic regression with ridge: minimises {@code ½(|w|² + b²) + C Σ_i ln(1 + e^{−s_i(wᵀx_i +
 * b)})} with signs s_i = ±1, by Newton's method; of more than two classes, each against all others.
 *
 * @param cost C > 0, finite
 */
public record LogisticRegression(double cost) implements PromptClassifier {
  /** Relative to the gradient at 0; beyond it the answers no longer change. */
  private static final double TOLERANCE = 1e-6;

  private static final int MOST_ITERATIONS = 1000;

  public LogisticRegression {
    if (!(cost > 0 && cost < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException("cost", "must be positive and finite, not " + cost);
    }
  }

  /** With C = 1. */
  public static LogisticRegression usual() {
    return new LogisticRegression(1);
  }

  @Override
  public String title() {
    return "Logistic regression";
  }

  @Override
  public Rule fit(LabelledPrompt prompt) {
    var trainer =
        new LibLinearClassificationTrainer(
            new LinearClassificationType(LinearType.L2R_LR),
            cost,
            MOST_ITERATIONS,
            TOLERANCE,
            TrainedRule.SEED);
    return TrainedRule.fit(trainer, prompt);
  }
}
