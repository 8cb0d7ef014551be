package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.LabelChoice;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.MethodConstants;
import io.github.icldynamics.experiment.QueryChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.FeatureGroup;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.LabelKernel;
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
            "tokenLaw",
            "promptLength",
            "labels",
            "features",
            "initial",
            "training",
            "queries",
            "queryLaw",
            "change",
            "valueScale",
            "test"));
    var training = training(file);
    return new Experiment(
        tokenLaw(file.require("tokenLaw")),
        file.require("promptLength").promptLength(),
        labels(file),
        training.method,
        training.learningRate,
        training.epsilon,
        training.until,
        file.get("queries").map(ExperimentReader::queries).orElseGet(QueryChoice.Automatic::new),
        training.constants,
        VariationsReader.read(file));
  }

  static TokenLawChoice tokenLaw(Fields field) {
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

  private static LabelChoice labels(Fields file) {
    var field = file.get("labels");
    if (field.isEmpty()) {
      return LabelChoice.linear();
    }
    return field
        .get()
        .under(
            labels -> {
              labels.mapping(List.of("covariance", "noise"));
              double noise = labels.get("noise").map(Fields::number).orElse(0.0);
              return new LabelChoice(moments(labels), noise);
            });
  }

  private static LabelChoice.Moments moments(Fields labels) {
    var covariance = labels.get("covariance");
    if (covariance.isEmpty() || covariance.get().isText("identity")) {
      return new LabelChoice.Functions(new LabelKernel.Linear());
    }
    if (covariance.get().isMapping()) {
      return new LabelChoice.Functions(covariance.get().under(ExperimentReader::kernel));
    }
    if (!covariance.get().isList()) {
      throw covariance.get().bad("must be identity, {kernel: …} or a symmetric matrix [[…], …]");
    }
    return new LabelChoice.Given(LabelModel.MatrixCovariance.of(covariance.get().rows()));
  }

  private static LabelKernel kernel(Fields field) {
    field.mapping(List.of("kernel", "degree", "offset", "length"));
    String name = field.require("kernel").word(List.of("linear", "polynomial", "relu", "gaussian"));
    switch (name) {
      case "polynomial" -> field.mapping(List.of("kernel", "degree", "offset"));
      case "gaussian" -> field.mapping(List.of("kernel", "length"));
      default -> field.mapping(List.of("kernel"));
    }
    return switch (name) {
      case "linear" -> new LabelKernel.Linear();
      case "relu" -> new LabelKernel.Relu();
      case "gaussian" ->
          new LabelKernel.Gaussian(field.get("length").map(Fields::number).orElse(1.0));
      default ->
          new LabelKernel.Polynomial(
              Math.clamp(field.get("degree").map(Fields::whole).orElse(2L), -1, 1000),
              field.get("offset").map(Fields::number).orElse(1.0));
    };
  }

  private record Training(
      MethodChoice method,
      double learningRate,
      double epsilon,
      OptionalDouble until,
      MethodConstants constants) {}

  private static Training training(Fields file) {
    var defaults = MethodConstants.defaults();
    var field = file.get("training");
    if (field.isEmpty()) {
      return new Training(MethodChoice.FLOW, 1, 0.01, OptionalDouble.empty(), defaults);
    }
    var training = field.get().mapping(TrainingReader.keysAnd("epsilon"));
    return new Training(
        TrainingReader.method(training, MethodChoice.keys()).orElse(MethodChoice.FLOW),
        training.get("learningRate").map(Fields::number).orElse(1.0),
        training.get("epsilon").map(Fields::number).orElse(0.01),
        training.get("until").map(TrainingReader::numberOrAuto).orElseGet(OptionalDouble::empty),
        TrainingReader.constants(training));
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
}
