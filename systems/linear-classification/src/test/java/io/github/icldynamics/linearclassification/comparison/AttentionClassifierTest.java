package io.github.icldynamics.linearclassification.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.law.MixtureSampler;
import io.github.icldynamics.linearclassification.network.LabelCode;
import io.github.icldynamics.linearclassification.network.LinearAttention;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layer as a rule against the layer token by token. */
class AttentionClassifierTest {
  private static final SquareMatrix WEIGHTS =
      SquareMatrix.of(new double[][] {{2, 0.7}, {-0.4, 1.1}});

  @ParameterizedTest
  @CsvSource({"2, 1, SIGNS", "2, 20, SIGNS", "2, 20, ONE_HOT", "3, 15, ONE_HOT", "4, 2, ONE_HOT"})
  void answersTheClassThatTheLayerFindsMostProbable(int classes, int tokens, LabelCode code) {
    var law = MixtureLaw.diagonal(classes, 1, 0.5);
    var sampler = new MixtureSampler(law, 5);
    var task = sampler.task();
    var prompt = sampler.prompt(task, tokens);
    var layer = new LinearAttention(WEIGHTS, code);
    var rule = AttentionClassifier.of(WEIGHTS).fit(prompt);
    for (var query : sampler.queries(task, 200)) {
      var probabilities = layer.probabilities(prompt, query.token());
      assertEquals(mostProbable(probabilities), rule.classify(query.token()));
    }
    var wrong = AttentionClassifier.of(SquareMatrix.identity(3));
    assertThrows(InvalidInputException.class, () -> wrong.fit(prompt));
  }

  private static int mostProbable(Vector probabilities) {
    int best = 0;
    for (int j = 1; j < probabilities.size(); j++) {
      if (probabilities.get(j) > probabilities.get(best)) {
        best = j;
      }
    }
    return best;
  }
}
