package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.FeatureGroup;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.LabelModel;
import java.util.List;
import java.util.OptionalDouble;

/** Reads an experiment; what is not given takes its default. */
final class ExperimentReader {
  private static final List<String> LAWS =
      List.of("imbalanced", "balanced", "zipf", "probabilities", "groups");

  private ExperimentReader() {}

  static Experiment read(Fields file) {
    file.mapping(
        List.of(
            "tokenLaw", "promptLength", "labels", "features", "initial", "training", "queries"));
    var training = training(file);
    requireDefault(file, "features", "gram", "identity");
    requireDefault(file, "initial", "logits", "zero");
    return new Experiment(
        tokenLaw(file.require("tokenLaw")),
        file.require("promptLength").promptLength(),
        labels(file),
        training.method,
        training.learningRate,
        training.epsilon,
        training.until,
        file.get("queries").map(ExperimentReader::queries).orElseGet(QueryChoice.Automatic::new));
  }

  private static TokenLawChoice tokenLaw(Fields field) {
    field.mapping(LAWS);
    if (field.keys().size() != 1) {
      throw new InvalidInputException(
          field.path(),
          "must have exactly one of the keys "
              + String.join(", ", LAWS)
              + ", not "
              + field.keys().size());
    }
    String key = field.keys().get(0);
    return tokenLaw(key, field.require(key));
  }

  private static TokenLawChoice tokenLaw(String key, Fields law) {
    return switch (key) {
      case "imbalanced" -> {
        law.mapping(List.of("features", "dominant"));
        yield new TokenLawChoice.Imbalanced(
            law.require("features").whole(), law.require("dominant").number());
      }
      case "balanced" -> {
        law.mapping(List.of("features"));
        yield new TokenLawChoice.Balanced(law.require("features").whole());
      }
      case "zipf" -> {
        law.mapping(List.of("features", "exponent"));
        double exponent = law.get("exponent").map(Fields::number).orElse(1.0);
        yield new TokenLawChoice.Zipf(law.require("features").whole(), exponent);
      }
      case "probabilities" -> new TokenLawChoice.Probabilities(Vector.of(law.numbers()));
      default ->
          new TokenLawChoice.Groups(
              law.list().stream().map(g -> g.under(ExperimentReader::group)).toList());
    };
  }

  private static FeatureGroup group(Fields group) {
    group.mapping(List.of("probability", "count"));
    return new FeatureGroup(
        group.require("probability").number(), group.get("count").map(Fields::whole).orElse(1L));
  }

  private static LabelModel labels(Fields file) {
    var field = file.get("labels");
    if (field.isEmpty()) {
      return LabelModel.linear();
    }
    return field
        .get()
        .under(
            labels -> {
              labels.mapping(List.of("covariance", "noise"));
              double noise = labels.get("noise").map(Fields::number).orElse(0.0);
              return new LabelModel(covariance(labels), noise);
            });
  }

  private static LabelModel.Covariance covariance(Fields labels) {
    var covariance = labels.get("covariance");
    if (covariance.isEmpty() || covariance.get().isText("identity")) {
      return new LabelModel.IdentityCovariance();
    }
    if (!covariance.get().isList()) {
      throw covariance.get().bad("must be identity or a symmetric matrix [[…], …]");
    }
    return LabelModel.MatrixCovariance.of(covariance.get().rows());
  }

  private record Training(
      MethodChoice method, double learningRate, double epsilon, OptionalDouble until) {}

  private static Training training(Fields file) {
    var field = file.get("training");
    if (field.isEmpty()) {
      return new Training(MethodChoice.FLOW, 1, 0.01, OptionalDouble.empty());
    }
    var training = field.get().mapping(List.of("method", "learningRate", "epsilon", "until"));
    return new Training(
        training
            .get("method")
            .flatMap(method -> MethodChoice.named(method.word(MethodChoice.keys())))
            .orElse(MethodChoice.FLOW),
        training.get("learningRate").map(Fields::number).orElse(1.0),
        training.get("epsilon").map(Fields::number).orElse(0.01),
        training.get("until").map(ExperimentReader::until).orElseGet(OptionalDouble::empty));
  }

  private static OptionalDouble until(Fields field) {
    return field.isText("auto") ? OptionalDouble.empty() : OptionalDouble.of(field.number());
  }

  private static QueryChoice queries(Fields field) {
    if (field.isText("auto")) {
      return new QueryChoice.Automatic();
    }
    if (field.isText("all")) {
      return new QueryChoice.All();
    }
    if (!field.isList() || field.list().isEmpty()) {
      throw field.bad("must be auto, all or a list of at least one feature");
    }
    return new QueryChoice.Listed(field.list().stream().map(Fields::whole).toList());
  }

  /** A field that has one value so far. */
  private static void requireDefault(Fields file, String key, String inner, String only) {
    file.get(key)
        .ifPresent(
            field ->
                field
                    .mapping(List.of(inner))
                    .get(inner)
                    .ifPresent(value -> value.word(List.of(only))));
  }
}
