package io.github.icldynamics.experiment;

import io.github.icldynamics.training.TrainingMethod;
import io.github.icldynamics.training.UpdateRule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The methods of the experiment file. */
public enum MethodChoice {
  /** The gradient flow; the learning rate only sets the scale of the iterations. */
  FLOW("flow"),
  /** Gradient descent, iteration by iteration. */
  GD("gd"),
  /** Heavy-ball momentum. */
  MOMENTUM("momentum"),
  /** Nesterov's momentum. */
  NESTEROV("nesterov"),
  /** Adam. */
  ADAM("adam"),
  /** Steps of one size for every weight, in the direction of its gradient's sign. */
  SIGN("signgd"),
  /** Steps of one length for the whole layer. */
  NORMALISED("normalized"),
  /** Gradient descent on sampled prompts. */
  SGD("sgd");

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

  /**
   * The method at a learning rate.
   *
   * @param tolerance of one step of the flow
   */
  TrainingMethod method(double learningRate, MethodConstants constants, double tolerance) {
    var descent = new TrainingMethod.GradientDescent(learningRate);
    return switch (this) {
      case FLOW -> new TrainingMethod.GradientFlow(tolerance);
      case GD -> descent;
      case MOMENTUM -> optimiser(new UpdateRule.Momentum(constants.momentum()), learningRate);
      case NESTEROV -> optimiser(new UpdateRule.Nesterov(constants.momentum()), learningRate);
      case ADAM ->
          optimiser(
              new UpdateRule.Adam(constants.beta1(), constants.beta2(), constants.adamEpsilon()),
              learningRate);
      case SIGN -> optimiser(new UpdateRule.Sign(), learningRate);
      case NORMALISED -> optimiser(new UpdateRule.Normalised(), learningRate);
      case SGD ->
          new TrainingMethod.StochasticDescent(
              learningRate, Math.clamp(constants.batch(), 0, Integer.MAX_VALUE), constants.seed());
    };
  }

  private static TrainingMethod optimiser(UpdateRule rule, double learningRate) {
    return new TrainingMethod.Optimiser(rule, learningRate);
  }
}
