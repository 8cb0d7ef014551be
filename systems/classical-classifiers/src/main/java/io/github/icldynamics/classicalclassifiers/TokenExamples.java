package io.github.icldynamics.classicalclassifiers;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Vector;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Locale;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tokens of one dimension as Tribuo's examples: coordinates by name, classes by their number as
 * text.
 */
final class TokenExamples {
  private static final LabelFactory LABELS = new LabelFactory();

  private final String[] names;

  TokenExamples(int dimension) {
    names = new String[dimension];
    for (int k = 0; k < dimension; k++) {
      // Tribuo sorts coordinates by name: with one width, that is by number.
      names[k] = String.format(Locale.ROOT, "x%09d", k);
    }
  }

  /** The tokens of a prompt with their classes. */
  Dataset<Label> of(LabelledPrompt prompt) {
    var examples = new ArrayList<Example<Label>>(prompt.size());
    for (int i = 0; i < prompt.size(); i++) {
      var label = new Label(Integer.toString(prompt.labels().get(i)));
      examples.add(new ArrayExample<>(label, names, prompt.tokens().get(i).toArray()));
    }
    // No clock: it would only be written down.
    var source = new SimpleDataSourceProvenance("prompt", OffsetDateTime.MIN, LABELS);
    return new MutableDataset<>(examples, source, LABELS);
  }

  /** A query, whose class is to be found. */
  Example<Label> of(Vector query) {
    return new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, names, query.toArray());
  }
}
