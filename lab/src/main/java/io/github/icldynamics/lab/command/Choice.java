package io.github.icldynamics.lab.command;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An option that is one of a few words, the first of which is meant if nothing is said. */
record Choice<T>(String option, Map<String, T> words) {
  Choice(String option) {
    this(option, Map.of());
  }

  /** The same with one word more. */
  Choice<T> or(String word, T meaning) {
    var more = new LinkedHashMap<>(words);
    more.put(word, meaning);
    return new Choice<>(option, more);
  }

  /**
   * What a word means.
   *
   * @throws InvalidInputException if it is another word
   */
  T of(@Nullable String word) {
    if (word == null) {
      return words.values().iterator().next();
    }
    var meaning = words.get(word);
    if (meaning == null) {
      String given = new Node.Text(word).given() + Words.hint(word, words.keySet());
      throw new InvalidInputException(
          option, "must be " + Words.alternatives(words.keySet()) + ", not " + given);
    }
    return meaning;
  }
}
