package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.ChoiceFormat;
import io.github.icldynamics.schema.ChoiceFormat.Bare;
import io.github.icldynamics.schema.ChoiceFormat.Form;
import io.github.icldynamics.schema.ChoiceFormat.Word;
import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Format;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.TaggedFormat;
import io.github.icldynamics.schema.TaggedFormat.Kind;
import io.github.icldynamics.softmaxregression.law.LabelKernel;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import java.util.List;

/**
 * The labels as they are written in an experiment.
 *
 * @param moments where their second moments come from
 * @param noise variance σ² of the noise on the context labels
 */
public record LabelChoice(Moments moments, double noise) {
  private static final Field<LabelKernel.Polynomial, Long> DEGREE =
      Field.of(
              "degree",
              Formats.whole(Bounds.count(1, 20)),
              (LabelKernel.Polynomial kernel) -> (long) kernel.degree())
          .otherwise(2L)
          .says("of the polynomials");

  private static final Field<LabelKernel.Polynomial, Double> OFFSET =
      Field.of("offset", Formats.real(Bounds.closed(0, 1e6)), LabelKernel.Polynomial::offset)
          .otherwise(1.0)
          .says("added to the product of two features");

  private static final Field<LabelKernel.Gaussian, Double> LENGTH =
      Field.of("length", Formats.real(Bounds.closed(1e-3, 1e6)), LabelKernel.Gaussian::length)
          .otherwise(1.0)
          .symbol("ℓ")
          .says("over which functions of the process change");

  private static final TaggedFormat<LabelKernel> KERNEL =
      TaggedFormat.of(
          "kernel",
          List.of(
              Kind.single(
                  "linear", "linear functions", LabelKernel.Linear.class, new LabelKernel.Linear()),
              new Kind<>(
                  "polynomial",
                  "random polynomials",
                  LabelKernel.Polynomial.class,
                  RecordFormat.of(
                      List.of(DEGREE, OFFSET),
                      values ->
                          new LabelKernel.Polynomial(
                              Math.toIntExact(values.get(DEGREE)), values.get(OFFSET)))),
              Kind.single(
                  "relu",
                  "infinitely wide ReLU networks",
                  LabelKernel.Relu.class,
                  new LabelKernel.Relu()),
              new Kind<>(
                  "gaussian",
                  "Gaussian processes",
                  LabelKernel.Gaussian.class,
                  RecordFormat.of(LENGTH, LabelKernel.Gaussian::new))));

  private static final ChoiceFormat<Moments> MOMENTS =
      ChoiceFormat.of(
          List.of(
              new Word<>(
                  "identity",
                  "linear functions with Σ_w = I, so that C = Γ",
                  new Functions(new LabelKernel.Linear())),
              new Bare<>(
                  Form.MAPPING,
                  "{kernel: …}",
                  "a class of functions, by its kernel",
                  Functions.class,
                  KERNEL.as(Functions::new, Functions::kernel)),
              new Bare<>(
                  Form.LIST,
                  "a symmetric matrix [[…], …]",
                  "C itself",
                  Given.class,
                  Formats.symmetricMatrix()
                      .as(LabelChoice::given, given -> given.covariance().matrix()))));

  private static final Field<LabelChoice, Moments> COVARIANCE =
      Field.of("covariance", MOMENTS, LabelChoice::moments)
          .otherwise(new Functions(new LabelKernel.Linear()))
          .symbol("C")
          .says("second moments of the labels");

  private static final Field<LabelChoice, Double> NOISE =
      Field.of("noise", Formats.real(LabelModel.NOISE), LabelChoice::noise)
          .otherwise(0.0)
          .symbol("σ²")
          .says("variance of the noise on every context label")
          .option(CommandOption.of("--noise", "σ²"));

  static final Format<LabelChoice> FORMAT = RecordFormat.of(COVARIANCE, NOISE, LabelChoice::new);

  /** What is wrong with the matrix is wrong with the field that holds it. */
  private static Given given(SymmetricMatrix matrix) {
    try {
      return new Given(new LabelModel.MatrixCovariance(matrix));
    } catch (InvalidInputException e) {
      throw e.renamed("");
    }
  }

  /** The paper's labels. */
  public static LabelChoice linear() {
    return new LabelChoice(new Functions(new LabelKernel.Linear()), 0);
  }

  /** The labels on features with a Gram matrix. */
  LabelModel model(GramChoice gram) {
    return new LabelModel(
        switch (moments) {
          case Functions(var kernel) -> ofFunctions(kernel, gram);
          case Given(var covariance) -> covariance;
        },
        noise);
  }

  /** The second moments of a class of functions. */
  private static LabelModel.Covariance ofFunctions(LabelKernel kernel, GramChoice gram) {
    return switch (gram) {
      case GramChoice.Identity() ->
          kernel instanceof LabelKernel.Linear
              ? new LabelModel.IdentityCovariance()
              : kernel.equicorrelated(0);
      case GramChoice.Equicorrelated(double correlation) -> kernel.equicorrelated(correlation);
      case GramChoice.Given(var coupling) -> kernel.of(coupling.matrix());
    };
  }

  /** Where second moments come from. */
  public sealed interface Moments {}

  /** From a class of functions; linear ones are written {@code identity}, for {@code Σ_w = I}. */
  public record Functions(LabelKernel kernel) implements Moments {}

  /** From a matrix. */
  public record Given(LabelModel.MatrixCovariance covariance) implements Moments {}
}
