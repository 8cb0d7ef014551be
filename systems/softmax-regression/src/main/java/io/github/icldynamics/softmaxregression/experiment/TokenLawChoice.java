package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.ChoiceFormat.Keyed;
import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Format;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A token law as it is written in an experiment. */
public sealed interface TokenLawChoice {
  /** The law itself. */
  default TokenLaw law() {
    return switch (this) {
      case Imbalanced(long features, double dominant) -> TokenLaw.imbalanced(features, dominant);
      case Balanced(long features) -> TokenLaw.balanced(features);
      case Zipf(long features, double exponent) -> TokenLaw.zipf(features, exponent);
      case Geometric(long features, double ratio) -> TokenLaw.geometric(features, ratio);
      case Probabilities(var probabilities) -> Probabilities.law(probabilities);
      case Weights(var weights) -> TokenLaw.ofWeights(weights.toArray());
      case Groups(var groups) -> new TokenLaw(groups);
    };
  }

  /** The features that show the law at work: the first of each group, unless fewer do. */
  default List<Long> tellingFeatures(TokenLaw law) {
    return IntStream.range(0, law.groups().size()).mapToObj(law::firstFeature).toList();
  }

  /** The key it is written under. */
  default String key() {
    return TokenLaws.FORMAT.keyOf(this).orElseThrow();
  }

  private static <E extends TokenLawChoice> Field<E, Long> features(Function<E, Long> value) {
    return Field.of("features", Formats.whole(TokenLaw.FEATURES), value)
        .symbol("K")
        .says("the number of features")
        .option(CommandOption.of("--features", "K"));
  }

  /** One dominant feature of probability p₁ among K. */
  record Imbalanced(long features, double dominant) implements TokenLawChoice {
    private static final Field<Imbalanced, Long> FEATURES =
        TokenLawChoice.features(Imbalanced::features);

    private static final Field<Imbalanced, Double> DOMINANT =
        Field.of("dominant", Formats.real(TokenLaw.PROBABILITY), Imbalanced::dominant)
            .symbol("p₁")
            .says("the probability of the dominant feature; the others share the rest equally")
            .option(CommandOption.of("--dominant", "p1"));

    static final Keyed<Imbalanced> KIND =
        new Keyed<>(
            "imbalanced",
            "one dominant feature",
            Imbalanced.class,
            RecordFormat.of(FEATURES, DOMINANT, Imbalanced::new));

    @Override
    public List<Long> tellingFeatures(TokenLaw law) {
      return List.of(0L, 1L);
    }
  }

  /** K equally frequent features. */
  record Balanced(long features) implements TokenLawChoice {
    private static final Field<Balanced, Long> FEATURES =
        TokenLawChoice.features(Balanced::features);

    static final Keyed<Balanced> KIND =
        new Keyed<>(
            "balanced",
            "equally frequent features",
            Balanced.class,
            RecordFormat.of(FEATURES, Balanced::new));

    @Override
    public List<Long> tellingFeatures(TokenLaw law) {
      return List.of(0L);
    }
  }

  /** {@code p_k ∝ k^{−exponent}}. */
  record Zipf(long features, double exponent) implements TokenLawChoice {
    private static final Field<Zipf, Long> FEATURES = TokenLawChoice.features(Zipf::features);

    private static final Field<Zipf, Double> EXPONENT =
        Field.of("exponent", Formats.real(TokenLaw.EXPONENT), Zipf::exponent)
            .otherwise(1.0)
            .symbol("s")
            .says("feature number k has a probability proportional to k^(−exponent)");

    static final Keyed<Zipf> KIND =
        new Keyed<>(
            "zipf",
            "p_k ∝ k^(−exponent), the most frequent feature first",
            Zipf.class,
            RecordFormat.of(FEATURES, EXPONENT, Zipf::new));
  }

  /** {@code p_k ∝ ratio^k}. */
  record Geometric(long features, double ratio) implements TokenLawChoice {
    private static final Field<Geometric, Long> FEATURES =
        TokenLawChoice.features(Geometric::features);

    private static final Field<Geometric, Double> RATIO =
        Field.of("ratio", Formats.real(TokenLaw.RATIO), Geometric::ratio)
            .otherwise(0.5)
            .symbol("r")
            .says("each feature is so many times as probable as the one before it");

    static final Keyed<Geometric> KIND =
        new Keyed<>(
            "geometric",
            "p_k ∝ ratio^k, the most frequent feature first",
            Geometric.class,
            RecordFormat.of(FEATURES, RATIO, Geometric::new));
  }

  /** Any probabilities, one a feature. */
  record Probabilities(Vector probabilities) implements TokenLawChoice {
    private static final Format<Vector> LIST =
        Formats.list(Formats.real(TokenLaw.PROBABILITY)).as(Vector::copyOf, Vector::toList);

    static final Keyed<Probabilities> KIND =
        new Keyed<>(
            "probabilities",
            "the probability of each feature",
            Probabilities.class,
            LIST.as(Probabilities::new, Probabilities::probabilities));

    private static TokenLaw law(Vector probabilities) {
      try {
        return TokenLaw.of(probabilities.toArray());
      } catch (InvalidInputException e) {
        boolean isTotal = e.field().isEmpty() && probabilities.size() > 1;
        throw isTotal ? e.saying("(weights instead are divided by their sum)") : e;
      }
    }
  }

  /** Any frequencies, one a feature, that need not sum to 1. */
  record Weights(Vector weights) implements TokenLawChoice {
    private static final Format<Vector> LIST =
        Formats.list(Formats.real(TokenLaw.WEIGHT)).as(Vector::copyOf, Vector::toList);

    static final Keyed<Weights> KIND =
        new Keyed<>(
            "weights",
            "the frequency of each feature, divided by their sum",
            Weights.class,
            LIST.as(Weights::new, Weights::weights));
  }

  /** Groups of equally frequent features. */
  record Groups(List<FeatureGroup> groups) implements TokenLawChoice {
    private static final Field<FeatureGroup, Double> PROBABILITY =
        Field.of("probability", Formats.real(TokenLaw.PROBABILITY), FeatureGroup::probability)
            .says("of one member");

    private static final Field<FeatureGroup, Long> COUNT =
        Field.of("count", Formats.whole(FeatureGroup.COUNT), FeatureGroup::count)
            .otherwise(1L)
            .says("the number of members");

    private static final RecordFormat<FeatureGroup> GROUP =
        RecordFormat.of(PROBABILITY, COUNT, FeatureGroup::new);

    static final Keyed<Groups> KIND =
        new Keyed<>(
            "groups",
            "groups of equally frequent features",
            Groups.class,
            Formats.list(GROUP).as(Groups::new, Groups::groups));

    public Groups {
      groups = List.copyOf(groups);
    }
  }
}
