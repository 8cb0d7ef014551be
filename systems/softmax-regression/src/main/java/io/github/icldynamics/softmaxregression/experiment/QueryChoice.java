package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.schema.ChoiceFormat;
import io.github.icldynamics.schema.ChoiceFormat.Bare;
import io.github.icldynamics.schema.ChoiceFormat.Form;
import io.github.icldynamics.schema.ChoiceFormat.Word;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Which queries are trained. */
public sealed interface QueryChoice {
  /** How queries are written. */
  ChoiceFormat<QueryChoice> FORMAT =
      ChoiceFormat.of(
          List.of(
              new Word<>("auto", "what shows the law at work", new Automatic()),
              new Word<>("all", "every query", new All()),
              new Bare<>(
                  Form.LIST,
                  "a list of at least one feature",
                  "these features, counted from 0",
                  Listed.class,
                  Formats.list(Formats.seed()).as(Listed::new, Listed::queries))));

  /** The features to train, counted from 0. */
  List<Long> features(TokenLawChoice choice, TokenLaw law);

  /** What shows the law at work: the dominant and one under-represented query, or one, or all. */
  record Automatic() implements QueryChoice {
    @Override
    public List<Long> features(TokenLawChoice choice, TokenLaw law) {
      return choice.tellingFeatures(law);
    }
  }

  /** Every query; of exchangeable ones, which all do the same, the first. */
  record All() implements QueryChoice {
    @Override
    public List<Long> features(TokenLawChoice choice, TokenLaw law) {
      return IntStream.range(0, law.groups().size()).mapToObj(law::firstFeature).toList();
    }
  }

  /** These queries, at least one. */
  record Listed(List<Long> queries) implements QueryChoice {
    public Listed {
      queries = List.copyOf(queries);
      if (queries.isEmpty()) {
        throw new InvalidInputException(
            "", "must be auto, all or a list of at least one feature, not an empty list");
      }
      var seen = new HashSet<Long>();
      for (long query : queries) {
        if (!seen.add(query)) {
          throw new InvalidInputException(
              "", "must name every feature once, but " + query + " comes again");
        }
      }
    }

    @Override
    public List<Long> features(TokenLawChoice choice, TokenLaw law) {
      queries.forEach(law::groupOf);
      return queries;
    }
  }
}
