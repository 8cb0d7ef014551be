package io.github.icldynamics.linearclassification.experiment;

import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Format;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The law of tasks as it is written in an experiment.
 *
 * @param classes c
 * @param dimension d
 * @param covariance Λ
 * @param priors of the classes; empty: equal
 * @param means how they are drawn
 */
public record MixtureChoice(
    int classes,
    int dimension,
    CovarianceChoice covariance,
    Optional<Vector> priors,
    MeanLaw means) {
  private static final long MOST = 100;

  static final Format<MeanLaw> MEAN_LAW = Formats.word(meanLaws());

  private static final Field<MixtureChoice, Long> CLASSES =
      Field.of(
              "classes",
              Formats.whole(Bounds.count(2, MOST)),
              (MixtureChoice choice) -> (long) choice.classes())
          .symbol("c")
          .says("the number of classes");

  private static final Field<MixtureChoice, Optional<CovarianceChoice>> COVARIANCE =
      Field.of(
              "covariance",
              Formats.optional("identity", Covariances.FORMAT),
              (MixtureChoice choice) -> Optional.of(choice.covariance()))
          .otherwise(Optional.<CovarianceChoice>empty())
          .symbol("Λ")
          .says("of the tokens around their class means");

  private static final Field<MixtureChoice, Long> DIMENSION =
      Field.of(
              "dimension",
              Formats.whole(Bounds.count(1, MOST)),
              (MixtureChoice choice) -> (long) choice.dimension())
          .otherwiseFrom(MixtureChoice::dimensionOf)
          .symbol("d")
          .says("dimension of the tokens; may be left out where the covariance tells it");

  private static final Field<MixtureChoice, Optional<Vector>> PRIORS =
      Field.of("priors", Formats.optional("equal", Formats.vector()), MixtureChoice::priors)
          .otherwise(Optional.empty())
          .says("probabilities of the classes");

  private static final Field<MixtureChoice, MeanLaw> MEANS =
      Field.of("means", MEAN_LAW, MixtureChoice::means)
          .otherwise(MeanLaw.ROTATED)
          .says("μ_0 ~ N(0, I), the others rotations of it with equal Λ⁻¹-norm, or each by itself");

  static final RecordFormat<MixtureChoice> FORMAT =
      RecordFormat.of(List.of(CLASSES, DIMENSION, COVARIANCE, PRIORS, MEANS), MixtureChoice::of);

  private static Map<String, MeanLaw> meanLaws() {
    var laws = new LinkedHashMap<String, MeanLaw>();
    for (var law : MeanLaw.values()) {
      laws.put(law.name().toLowerCase(Locale.ROOT), law);
    }
    return laws;
  }

  private static Long dimensionOf(Values values) {
    return values
        .get(COVARIANCE)
        .map(CovarianceChoice::dimension)
        .filter(OptionalInt::isPresent)
        .map(dimension -> (long) dimension.getAsInt())
        .orElseThrow(() -> new InvalidInputException("dimension", "is required but not given"));
  }

  private static MixtureChoice of(Values values) {
    int classes = Math.toIntExact(values.get(CLASSES));
    int dimension = Math.toIntExact(values.get(DIMENSION));
    var priors = values.get(PRIORS);
    priors.ifPresent(given -> requireOneAClass(given, classes));
    return new MixtureChoice(
        classes,
        dimension,
        values.get(COVARIANCE).orElseGet(() -> CovarianceChoice.Diagonal.identity(dimension)),
        priors,
        values.get(MEANS));
  }

  /** Refuses probabilities of another number of classes. */
  static void requireOneAClass(Vector priors, int classes) {
    if (priors.size() != classes) {
      throw new InvalidInputException(
          "priors", "must be one a class, " + classes + ", not " + priors.size());
    }
  }

  /** The law. */
  public MixtureLaw law() {
    var law = MixtureLaw.of(classes, covariance.matrix(dimension)).withMeans(means);
    return priors.map(law::withPriors).orElse(law);
  }
}
