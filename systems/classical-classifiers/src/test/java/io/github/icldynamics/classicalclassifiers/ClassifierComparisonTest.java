package io.github.icldynamics.classicalclassifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.comparison.AttentionClassifier;
import io.github.icldynamics.linearclassification.comparison.ClassifierComparison;
import io.github.icldynamics.linearclassification.comparison.LinearDiscriminant;
import io.github.icldynamics.linearclassification.comparison.PromptClassifier;
import io.github.icldynamics.linearclassification.comparison.SharedCovariance;
import io.github.icldynamics.linearclassification.comparison.TaskSampling;
import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.work.Workforce;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons against what is known of the errors, and the same bits whoever makes them. */
class ClassifierComparisonTest {
  private static final MixtureLaw LINE = MixtureLaw.diagonal(2, 1);

  private static final MixtureLaw PLANE =
      MixtureLaw.of(3, SymmetricMatrix.of(new double[][] {{1, 0.3}, {0.3, 0.5}}));

  private static List<PromptClassifier> all(MixtureLaw law) {
    var all = new ArrayList<PromptClassifier>();
    all.add(AttentionClassifier.of(law.infinitePromptMinimiser()));
    all.add(new LinearDiscriminant(new SharedCovariance.Known(law.covariance())));
    all.add(new LinearDiscriminant(new SharedCovariance.Estimated()));
    all.addAll(ClassicalClassifiers.all());
    return all;
  }

  /**
   * On the line, means are equal half of the time and opposite else: {@code ½·½ + ½ E Φ(−|μ|)}, the
   * last of which is ¼.
   */
  @Test
  void theErrorOfBayesOnTheLineIsThreeEighths() {
    var comparison = new ClassifierComparison(LINE, 1, List.of(), new TaskSampling(20_000, 5, 17));
    var bayes = comparison.errors(Workforce.alone()).bayes();
    assertTrue(bayes.deviation(0.375) < 4, bayes.toString());
  }

  /** By quadrature: {@code inference} of the system's {@code reference/mixture.json}, W = 2. */
  @ParameterizedTest
  @CsvSource({"10, 0.007244317458964042", "100, 0.0007879086313002126"})
  void theExcessOfTheLayerOnTheLineIsThatOfQuadrature(int promptLength, double expected) {
    var layer = AttentionClassifier.of(LINE.infinitePromptMinimiser());
    var comparison =
        new ClassifierComparison(
            LINE, promptLength, List.of(layer), new TaskSampling(20_000, 20, 23));
    var excess = comparison.errors(Workforce.alone()).classifiers().get(0).excess();
    assertTrue(excess.deviation(expected) < 4, excess + " for " + expected);
    assertTrue(excess.standardError() < 0.1 * expected);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "20", "200"})
  void nobodyIsBetterThanBayes(int promptLength) {
    var comparison =
        new ClassifierComparison(PLANE, promptLength, all(PLANE), new TaskSampling(40, 20, 5));
    var errors = comparison.errors(Workforce.alone());
    for (var classifier : errors.classifiers()) {
      var excess = classifier.excess();
      assertTrue(excess.mean() >= -4 * excess.standardError(), classifier.toString());
      assertEquals(errors.bayes().mean() + excess.mean(), classifier.error().mean(), 1e-14);
      assertTrue(classifier.error().mean() < 0.75, classifier.toString());
    }
  }

  @Test
  void withLongPromptsTheDiscriminantIsAsGoodAsBayes() {
    var known = new LinearDiscriminant(new SharedCovariance.Known(PLANE.covariance()));
    var comparison =
        new ClassifierComparison(PLANE, 4000, List.of(known), new TaskSampling(100, 50, 9));
    var excess = comparison.errors(Workforce.alone()).classifiers().get(0).excess();
    assertTrue(excess.mean() < 4 * excess.standardError() + 0.005, excess.toString());
  }

  /** Classes are equally likely: one of three is right. */
  @Test
  void aConstantAnswerErrsWithTheOtherClasses() {
    PromptClassifier constant =
        new PromptClassifier() {
          @Override
          public String title() {
            return "Constant";
          }

          @Override
          public Rule fit(LabelledPrompt prompt) {
            return query -> 2;
          }
        };
    var errors =
        new ClassifierComparison(PLANE, 1, List.of(constant), new TaskSampling(2000, 20, 3))
            .errors(Workforce.alone());
    assertTrue(errors.classifiers().get(0).error().deviation(2.0 / 3) < 4);
  }

  @Test
  void severalPromptLengthsSeeTheSameTasksAndQueries() {
    var sampling = new TaskSampling(30, 10, 4);
    var shorter = new ClassifierComparison(PLANE, 3, List.of(), sampling);
    var longer = new ClassifierComparison(PLANE, 300, List.of(), sampling);
    assertEquals(shorter.errors(Workforce.alone()), longer.errors(Workforce.alone()));
  }

  @Test
  void theBitsDoNotDependOnWhoDoesTheWorkOrInWhichOrder() {
    var comparison = new ClassifierComparison(PLANE, 25, all(PLANE), new TaskSampling(24, 10, 11));
    var expected = comparison.errors(Workforce.alone());
    assertEquals(expected, comparison.errors(Workforce.alone()));
    assertEquals(expected, comparison.errors(new Shuffled()));
    assertEquals(expected, comparison.errors(new Threads()));
    var reseeded = new ClassifierComparison(PLANE, 25, all(PLANE), new TaskSampling(24, 10, 12));
    assertTrue(!expected.equals(reseeded.errors(Workforce.alone())));
  }

  @Test
  void sizesThatMakeNoSenseAreRefused() {
    assertThrows(InvalidInputException.class, () -> new TaskSampling(1, 10, 1));
    assertThrows(InvalidInputException.class, () -> new TaskSampling(2, 0, 1));
    var sampling = new TaskSampling(2, 1, 1);
    assertThrows(
        InvalidInputException.class, () -> new ClassifierComparison(PLANE, 0, List.of(), sampling));
  }

  /** All pieces in a random order, handed back in theirs. */
  private record Shuffled() implements Workforce {
    @Override
    public <T> List<T> inOrder(List<Supplier<T>> pieces) {
      var order = new ArrayList<Integer>();
      var results = new ArrayList<T>();
      for (int i = 0; i < pieces.size(); i++) {
        order.add(i);
        results.add(pieces.get(i).get());
      }
      Collections.shuffle(order, new Random(1));
      order.forEach(i -> results.set(i, pieces.get(i).get()));
      return results;
    }
  }

  /** Four threads. */
  private record Threads() implements Workforce {
    @Override
    public <T> List<T> inOrder(List<Supplier<T>> pieces) {
      try (var pool = Executors.newFixedThreadPool(4)) {
        var futures =
            pieces.stream().map(piece -> CompletableFuture.supplyAsync(piece, pool)).toList();
        return futures.stream().map(CompletableFuture::join).toList();
      }
    }
  }
}
