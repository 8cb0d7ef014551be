package io.github.icldynamics.experiment;

import io.github.icldynamics.prompt.TokenLaw;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Which queries are trained. */
public sealed interface QueryChoice {
  /** The features to train, counted from 0. */
  List<Long> features(TokenLawChoice choice, TokenLaw law);

  /** What shows the law at work: the dominant and one under-represented query, or one, or all. */
  record Automatic() implements QueryChoice {
    @Override
    public List<Long> features(TokenLawChoice choice, TokenLaw law) {
      return switch (choice) {
        case TokenLawChoice.Imbalanced _ -> List.of(0L, 1L);
        case TokenLawChoice.Balanced _ -> List.of(0L);
        case TokenLawChoice.Zipf _, TokenLawChoice.Probabilities _, TokenLawChoice.Groups _ ->
            new All().features(choice, law);
      };
    }
  }

  /** Every query; of exchangeable ones, which all do the same, the first. */
  record All() implements QueryChoice {
    @Override
    public List<Long> features(TokenLawChoice choice, TokenLaw law) {
      return IntStream.range(0, law.groups().size()).mapToObj(law::firstFeature).toList();
    }
  }

  /** These queries. */
  record Listed(List<Long> queries) implements QueryChoice {
    public Listed {
      queries = List.copyOf(queries);
    }

    @Override
    public List<Long> features(TokenLawChoice choice, TokenLaw law) {
      queries.forEach(law::groupOf);
      return queries.stream().distinct().toList();
    }

    static Listed of(long... queries) {
      return new Listed(LongStream.of(queries).boxed().toList());
    }
  }
}
