package io.github.icldynamics.linearclassification.experiment;

import io.github.icldynamics.descent.Invariance;
import io.github.icldynamics.descent.MethodChoice;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.ChoiceFormat;
import io.github.icldynamics.schema.ChoiceFormat.Bare;
import io.github.icldynamics.schema.ChoiceFormat.Form;
import io.github.icldynamics.schema.ChoiceFormat.Word;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.Words;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that decides a result: equal experiments give equal bits.
 *
 * @param mixture the law of tasks
 * @param promptLength N
 * @param test what the trained layer is tested on
 * @param initial the diagonal of W at the start, in the axes of Λ: one number for all, or d
 * @param training how the layer is trained
 * @param accuracy of what is averaged over points
 */
public record MixtureExperiment(
    MixtureChoice mixture,
    PromptLength promptLength,
    TestChoice test,
    Vector initial,
    Training training,
    Accuracy accuracy) {
  private static final double LARGEST_WEIGHT = 1e5;
  private static final double TOLERANCE = 1e-9;

  private static final ChoiceFormat<Vector> WEIGHTS =
      ChoiceFormat.of(
          List.of(
              new Word<>("zero", "W = 0", Vector.of(0)),
              new Bare<>(Form.LIST, "a list", "one number an axis", Vector.class, Formats.vector()),
              new Bare<>(
                  Form.NUMBER,
                  "a number",
                  "one number for all axes",
                  Vector.class,
                  Formats.real(Bounds.finite()).as(Vector::of, weights -> weights.get(0)))));

  /** The law of tasks. */
  public static final Field<MixtureExperiment, MixtureChoice> MIXTURE =
      Field.of("mixture", MixtureChoice.FORMAT, MixtureExperiment::mixture)
          .says("the law of tasks");

  /** N. */
  public static final Field<MixtureExperiment, PromptLength> PROMPT_LENGTH =
      PromptLength.field(MixtureExperiment::promptLength).says("tokens in a training prompt");

  /** What the trained layer is tested on. */
  public static final Field<MixtureExperiment, TestChoice> TEST =
      Field.of("test", TestChoice.FORMAT, MixtureExperiment::test)
          .otherwise(TestChoice.usual())
          .says("prompts and tasks of the test");

  /** W at the start. */
  public static final Field<MixtureExperiment, Vector> INITIAL =
      Field.of(
              "initial",
              RecordFormat.nested(
                  Field.<Vector, Vector>of("weights", WEIGHTS, only -> only)
                      .otherwise(Vector.of(0))
                      .symbol("W")
                      .says("the diagonal of W at the start, on the axes of Λ")),
              MixtureExperiment::initial)
          .otherwise(Vector.of(0))
          .says("the weights at the start");

  /** How the layer is trained. */
  public static final Field<MixtureExperiment, Training> TRAINING =
      Field.of("training", Training.FORMAT, MixtureExperiment::training)
          .otherwise(Training.usual())
          .says("how the layer is trained");

  /** Accuracy of what is averaged over points. */
  public static final Field<MixtureExperiment, Accuracy> ACCURACY =
      Field.of("accuracy", Accuracy.FORMAT, MixtureExperiment::accuracy)
          .otherwise(Accuracy.usual())
          .says("of what is averaged over points");

  /** How an experiment is written. */
  public static final RecordFormat<MixtureExperiment> FORMAT =
      RecordFormat.of(
          List.of(MIXTURE, PROMPT_LENGTH, TEST, INITIAL, TRAINING, ACCURACY),
          values ->
              new MixtureExperiment(
                  values.get(MIXTURE),
                  values.get(PROMPT_LENGTH),
                  values.get(TEST),
                  values.get(INITIAL),
                  values.get(TRAINING),
                  values.get(ACCURACY)));

  public MixtureExperiment {
    InvalidInputException.within("mixture", mixture::law);
    InvalidInputException.within("test", () -> testLaw(mixture, test));
    requireInitial(initial, mixture.dimension());
    requireAxes(mixture, training);
  }

  /** An experiment with the usual training and test. */
  public static MixtureExperiment of(MixtureChoice mixture, PromptLength promptLength) {
    return new MixtureExperiment(
        mixture,
        promptLength,
        TestChoice.usual(),
        Vector.of(0),
        Training.usual(),
        Accuracy.usual());
  }

  /** The same with another value of a field. */
  public <T> MixtureExperiment with(Field<MixtureExperiment, T> field, T value) {
    return FORMAT.with(this, new RecordFormat.Change<>(field, value));
  }

  private static void requireInitial(Vector initial, int dimension) {
    if (initial.size() != 1 && initial.size() != dimension) {
      String rule = "must be zero, one number or as many as the dimension " + dimension + ", not ";
      throw new InvalidInputException("initial.weights", rule + initial.size());
    }
    for (double weight : initial.toArray()) {
      if (!(Math.abs(weight) <= LARGEST_WEIGHT)) {
        throw new InvalidInputException("initial.weights", "must be within ±1e5, not " + weight);
      }
    }
  }

  /**
   * What looks at single weights is followed in the axes of Λ, which must then be the given ones.
   */
  private static void requireAxes(MixtureChoice mixture, Training training) {
    boolean turned =
        !mixture.law().axes().basis().equals(SquareMatrix.identity(mixture.dimension()));
    if (turned && isCoordinatewise(training.method())) {
      var others =
          Training.METHODS.words().stream()
              .filter(word -> !isCoordinatewise(Training.METHODS.usual(word)))
              .toList();
      String rule = Words.alternatives(others) + " unless the covariance is diagonal, not ";
      throw new InvalidInputException("training.method", "must be " + rule + training.methodWord());
    }
  }

  private static boolean isCoordinatewise(MethodChoice method) {
    return method.at(1, TOLERANCE).invariance() == Invariance.COORDINATES;
  }

  private static MixtureLaw testLaw(MixtureChoice mixture, TestChoice test) {
    SymmetricMatrix covariance =
        test.covariance().orElseGet(mixture::covariance).matrix(mixture.dimension());
    var law = mixture.law().withCovariance(covariance);
    var priors = test.priors();
    priors.ifPresent(given -> MixtureChoice.requireOneAClass(given, mixture.classes()));
    var weighted = priors.map(law::withPriors).orElse(law);
    return test.means().map(weighted::withMeans).orElse(weighted);
  }

  /** The law of tasks in training. */
  public MixtureLaw law() {
    return mixture.law();
  }

  /** The law of tasks in the test. */
  public MixtureLaw testLaw() {
    return testLaw(mixture, test);
  }

  /** Whether the test has other tasks than training. */
  public boolean isShifted() {
    return !law().equals(testLaw());
  }

  /** The weights at the start, in the axes of Λ. */
  public Vector start() {
    var axes = IntStream.range(0, mixture.dimension());
    return Vector.of(axes.mapToDouble(k -> initial.get(initial.size() == 1 ? 0 : k)).toArray());
  }

  /** The training method at a learning rate. */
  public TrainingMethod method(double rate) {
    return training.method().at(rate, TOLERANCE);
  }
}
