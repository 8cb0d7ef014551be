package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.MethodConstants;
import io.github.icldynamics.prompt.PromptLength;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the experiments of all systems share. */
final class TrainingTree {
  private TrainingTree() {}

  /** The prompt length; infinite prompts have a word. */
  static void putLength(ObjectNode tree, PromptLength length) {
    switch (length) {
      case PromptLength.Finite(long tokens) -> tree.put("promptLength", tokens);
      case PromptLength.Infinite() -> tree.put("promptLength", "inf");
    }
  }

  /** A number, or {@code auto}. */
  static ObjectNode putOrAuto(ObjectNode tree, String key, OptionalDouble value) {
    return value.isPresent() ? tree.put(key, value.getAsDouble()) : tree.put(key, "auto");
  }

  /** The constants that a method looks at. */
  static ObjectNode putConstants(ObjectNode tree, MethodChoice method, MethodConstants constants) {
    return switch (method) {
      case FLOW -> putOrAuto(tree, "tolerance", constants.tolerance());
      case MOMENTUM, NESTEROV -> tree.put("momentum", constants.momentum());
      case ADAM ->
          tree.put("beta1", constants.beta1())
              .put("beta2", constants.beta2())
              .put("adamEpsilon", constants.adamEpsilon());
      case SGD -> tree.put("batch", constants.batch()).put("seed", constants.seed());
      case GD, SIGN, NORMALISED -> tree;
    };
  }
}
