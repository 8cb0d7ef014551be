package io.github.icldynamics.classicalclassifiers;

import io.github.icldynamics.linearclassification.comparison.PromptClassifier;
import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;

/**
 * A model of Tribuo's as a rule: answers the class of the greatest score; of equal ones, the first.
 * A class without tokens is never answered.
 *
 * @param classes c
 */
record TrainedRule(int classes, TokenExamples examples, Model<Label> model)
    implements PromptClassifier.Rule {
  /** Trainers draw nothing that changes their result, but will have a seed. */
  static final long SEED = 1;

  /** What a trainer learns from a prompt; of one class only there is nothing to learn. */
  static PromptClassifier.Rule fit(Trainer<Label> trainer, LabelledPrompt prompt) {
    int first = prompt.labels().get(0);
    if (prompt.labels().stream().allMatch(label -> label == first)) {
      return query -> first;
    }
    var examples = new TokenExamples(prompt.dimension());
    var model = trainer.train(examples.of(prompt), Map.of(), 0);
    return new TrainedRule(prompt.classes(), examples, model);
  }

  @Override
  public int classify(Vector query) {
    var scores = scores(query);
    int best = 0;
    for (int j = 1; j < classes; j++) {
      if (scores.get(j) > scores.get(best)) {
        best = j;
      }
    }
    return best;
  }

  /** The score of each class, in whatever unit the model has; {@code −∞} without tokens. */
  Vector scores(Vector query) {
    double[] scores = new double[classes];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    // By name: Tribuo's own numbers of classes follow the order of a hash table.
    for (var label : model.predict(examples.of(query)).getOutputScores().values()) {
      scores[Integer.parseInt(label.getLabel())] = label.getScore();
    }
    return Vector.of(scores);
  }
}
