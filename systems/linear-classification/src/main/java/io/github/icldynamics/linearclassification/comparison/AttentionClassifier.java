package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;

/**
 * The layer of linear attention: answers the class of the greatest probability, which is that of
 * the greatest {@code p_jᵀ W x}. It may answer a class that the prompt does not show.
 *
 * @param weights W, d × d
 */
public record AttentionClassifier(String title, SquareMatrix weights) implements PromptClassifier {
  /** The layer under its usual name. */
  public static AttentionClassifier of(SquareMatrix weights) {
    return new AttentionClassifier("Linear attention", weights);
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidInputException if the prompt is not of the weights' dimension
   */
  @Override
  public Rule fit(LabelledPrompt prompt) {
    if (prompt.dimension() != weights.size()) {
      throw new InvalidInputException(
          "prompt", "must have dimension " + weights.size() + ", not " + prompt.dimension());
    }
    var transposed = weights.transpose();
    return new LinearRule(
        Vector.zero(prompt.classes()), prompt.classSums().stream().map(transposed::times).toList());
  }
}
