package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.classification.MeanLaw;
import io.github.icldynamics.experiment.CovarianceChoice;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.MethodConstants;
import io.github.icldynamics.experiment.MixtureChoice;
import io.github.icldynamics.experiment.MixtureExperiment;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.PromptLength;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads an experiment of the mixture system; what is not given takes its default. */
final class MixtureReader {
  private static final long DEFAULT_TEST_LENGTH = 1000;
  private static final long MOST = 100;

  private MixtureReader() {}

  static MixtureExperiment read(Fields file) {
    file.mapping(List.of("mixture", "promptLength", "test", "initial", "training", "accuracy"));
    var training = file.get("training").map(t -> t.mapping(TrainingReader.keysAnd()));
    return new MixtureExperiment(
        file.require("mixture").under(MixtureReader::mixture),
        file.require("promptLength").promptLength(),
        file.get("test").map(MixtureReader::test).orElseGet(MixtureReader::defaultTest),
        file.get("initial").map(MixtureReader::initial).orElseGet(() -> Vector.of(0)),
        training.flatMap(t -> TrainingReader.method(t, methods())).orElse(MethodChoice.GD),
        training
            .flatMap(t -> t.get("learningRate"))
            .map(TrainingReader::numberOrAuto)
            .orElseGet(OptionalDouble::empty),
        training
            .flatMap(t -> t.get("until"))
            .map(TrainingReader::numberOrAuto)
            .orElseGet(OptionalDouble::empty),
        training.map(TrainingReader::constants).orElseGet(MethodConstants::defaults),
        file.get("accuracy")
            .map(MixtureReader::accuracy)
            .orElseGet(MixtureExperiment.Accuracy::defaults));
  }

  /** All but the one that samples prompts. */
  private static List<String> methods() {
    return MethodChoice.keys().stream().filter(key -> !key.equals(MethodChoice.SGD.key())).toList();
  }

  private static MixtureChoice mixture(Fields mixture) {
    mixture.mapping(List.of("classes", "dimension", "covariance", "priors", "means"));
    int classes = count(mixture.require("classes"), 2);
    var given = mixture.get("covariance");
    var covariance = given.map(MixtureReader::covariance);
    int dimension =
        mixture
            .get("dimension")
            .map(field -> count(field, 1))
            .orElseGet(() -> dimension(mixture, covariance));
    return new MixtureChoice(
        classes,
        dimension,
        covariance.orElseGet(() -> new CovarianceChoice.Diagonal(ones(dimension))),
        priors(mixture, classes),
        mixture.get("means").map(MixtureReader::means).orElse(MeanLaw.ROTATED));
  }

  private static int count(Fields field, long least) {
    long count = field.whole();
    if (count < least || count > MOST) {
      throw field.bad("must be from " + least + " to 100");
    }
    return (int) count;
  }

  /** The size of what is given. */
  private static int dimension(Fields mixture, Optional<CovarianceChoice> covariance) {
    return switch (covariance.orElse(null)) {
      case CovarianceChoice.Diagonal(var variances) -> variances.size();
      case CovarianceChoice.Given(var matrix) -> matrix.size();
      case null, default -> count(mixture.require("dimension"), 1);
    };
  }

  private static Vector ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return Vector.of(ones);
  }

  private static CovarianceChoice covariance(Fields field) {
    if (field.isMapping()) {
      return field.under(MixtureReader::randomCovariance);
    }
    if (!field.isList() || field.list().isEmpty()) {
      throw field.bad(
          "must be a list of variances, a symmetric matrix [[…], …] or {conditionNumber: …}");
    }
    if (!field.list().get(0).isList()) {
      return new CovarianceChoice.Diagonal(Vector.of(field.numbers()));
    }
    try {
      return new CovarianceChoice.Given(SymmetricMatrix.of(field.rows()));
    } catch (InvalidInputException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(field.path(), String.valueOf(e.getMessage()));
    }
  }

  private static CovarianceChoice randomCovariance(Fields random) {
    random.mapping(List.of("conditionNumber", "seed"));
    return new CovarianceChoice.Random(
        random.require("conditionNumber").number(),
        random.get("seed").map(Fields::whole).orElse(1L));
  }

  private static Optional<Vector> priors(Fields parent, int classes) {
    var field = parent.get("priors").filter(given -> !given.isText("equal"));
    var priors = field.map(given -> Vector.of(given.numbers()));
    if (priors.isPresent() && priors.get().size() != classes) {
      throw new InvalidInputException(
          field.get().path(), "must be one a class, " + classes + ", not " + priors.get().size());
    }
    return priors;
  }

  private static MeanLaw means(Fields field) {
    return MeanLaw.valueOf(
        field
            .word(Arrays.stream(MeanLaw.values()).map(MixtureReader::word).toList())
            .toUpperCase(Locale.ROOT));
  }

  /** The word for a law of means. */
  static String word(MeanLaw law) {
    return law.name().toLowerCase(Locale.ROOT);
  }

  private static MixtureExperiment.Test defaultTest() {
    return MixtureExperiment.Test.of(PromptLength.of(DEFAULT_TEST_LENGTH));
  }

  private static MixtureExperiment.Test test(Fields test) {
    test.mapping(List.of("promptLength", "covariance", "priors", "means"));
    return new MixtureExperiment.Test(
        test.get("promptLength")
            .map(Fields::promptLength)
            .orElseGet(() -> PromptLength.of(DEFAULT_TEST_LENGTH)),
        other(test, "covariance").map(MixtureReader::covariance),
        other(test, "priors").map(given -> Vector.of(given.numbers())),
        other(test, "means").map(MixtureReader::means));
  }

  /** What is given, unless it says that nothing is other than in training. */
  private static Optional<Fields> other(Fields test, String key) {
    return test.get(key).filter(given -> !given.isText("same"));
  }

  private static Vector initial(Fields initial) {
    initial.mapping(List.of("weights"));
    var weights = initial.require("weights");
    if (weights.isText("zero")) {
      return Vector.of(0);
    }
    return weights.isList() ? Vector.of(weights.numbers()) : Vector.of(weights.number());
  }

  private static MixtureExperiment.Accuracy accuracy(Fields accuracy) {
    accuracy.mapping(List.of("standardError", "seed"));
    var defaults = MixtureExperiment.Accuracy.defaults();
    return new MixtureExperiment.Accuracy(
        accuracy.get("standardError").map(Fields::number).orElse(defaults.standardError()),
        accuracy.get("seed").map(Fields::whole).orElse(defaults.seed()));
  }
}
