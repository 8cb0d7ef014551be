package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.MethodConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what the training sections of all systems share. */
final class TrainingReader {
  private static final List<String> KEYS =
      List.of(
          "method",
          "learningRate",
          "until",
          "momentum",
          "beta1",
          "beta2",
          "adamEpsilon",
          "batch",
          "seed",
          "tolerance");

  private TrainingReader() {}

  /** The keys that all systems know, and more. */
  static List<String> keysAnd(String... more) {
    var keys = new ArrayList<>(KEYS);
    keys.addAll(List.of(more));
    return keys;
  }

  /** The method, if one is given; one of some. */
  static Optional<MethodChoice> method(Fields training, List<String> among) {
    return training.get("method").flatMap(method -> MethodChoice.named(method.word(among)));
  }

  static MethodConstants constants(Fields training) {
    var defaults = MethodConstants.defaults();
    return new MethodConstants(
        training.get("momentum").map(Fields::number).orElse(defaults.momentum()),
        training.get("beta1").map(Fields::number).orElse(defaults.beta1()),
        training.get("beta2").map(Fields::number).orElse(defaults.beta2()),
        training.get("adamEpsilon").map(Fields::number).orElse(defaults.adamEpsilon()),
        training.get("batch").map(Fields::whole).orElse(defaults.batch()),
        training.get("seed").map(Fields::whole).orElse(defaults.seed()),
        training
            .get("tolerance")
            .map(TrainingReader::numberOrAuto)
            .orElseGet(OptionalDouble::empty));
  }

  /** A number, or empty for {@code auto}. */
  static OptionalDouble numberOrAuto(Fields field) {
    return field.isText("auto") ? OptionalDouble.empty() : OptionalDouble.of(field.number());
  }
}
