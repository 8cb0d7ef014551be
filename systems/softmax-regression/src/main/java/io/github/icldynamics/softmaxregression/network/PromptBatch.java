package io.github.icldynamics.softmaxregression.network;

import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * Prompts that a network is trained or tested on together.
 *
 * @param prompts at least one, all of one dimension
 */
public record PromptBatch(List<AnsweredPrompt> prompts) {
  public PromptBatch {
    prompts = List.copyOf(prompts);
    if (prompts.isEmpty()) {
      throw new InvalidInputException("batch", "must have at least 1 prompt, not 0");
    }
  }

  /** The mean over the batch of half the squared error. */
  public double loss(SoftmaxAttention network) {
    double sum = 0;
    for (var answered : prompts) {
      sum += network.loss(answered.prompt(), answered.answer());
    }
    return sum / prompts.size();
  }

  /** The gradient of {@link #loss} with respect to Q, d × d. */
  public RealMatrix gradient(SoftmaxAttention network) {
    RealMatrix sum = new Array2DRowRealMatrix(network.dimension(), network.dimension());
    for (var answered : prompts) {
      sum = sum.add(network.gradient(answered.prompt(), answered.answer()));
    }
    return sum.scalarMultiply(1.0 / prompts.size());
  }
}
