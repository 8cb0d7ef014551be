package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.training.TrainingMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The methods of the experiment file. */
public enum MethodChoice {
  /** The gradient flow; the learning rate only sets the scale of the iterations. */
  FLOW("flow"),
  /** Gradient descent, iteration by iteration. */
  GD("gd");

  private final String key;

  MethodChoice(String key) {
    this.key = key;
  }

  /** The word for it in a file. */
  public String key() {
    return key;
  }

  /** All words. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(MethodChoice::key).toList();
  }

  /** The method with a word, if there is one. */
  public static Optional<MethodChoice> named(String key) {
    return Arrays.stream(values()).filter(method -> method.key.equals(key)).findFirst();
  }

  /** The method at a learning rate. */
  TrainingMethod method(double learningRate) {
    var descent = new TrainingMethod.GradientDescent(learningRate);
    return switch (this) {
      case FLOW -> TrainingMethod.GradientFlow.accurate();
      case GD -> descent;
    };
  }
}
