package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.statistics.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The errors of classifiers over the tasks of one law: means and standard errors over tasks.
 *
 * @param bayes of the rule that knows every task
 * @param classifiers in the order of the comparison
 */
public record ComparedErrors(Estimate bayes, List<ClassifierError> classifiers) {
  public ComparedErrors {
    classifiers = List.copyOf(classifiers);
  }

  /**
   * How one classifier fared.
   *
   * @param error its expected share of wrong answers
   * @param excess that beyond Bayes, paired task by task and therefore much more precise
   */
  public record ClassifierError(String title, Estimate error, Estimate excess) {}

  /** The summary of all tasks, in their order. */
  static ComparedErrors of(List<PromptClassifier> classifiers, List<TaskErrors> tasks) {
    var errors =
        IntStream.range(0, classifiers.size())
            .mapToObj(index -> error(classifiers.get(index).title(), tasks, index));
    return new ComparedErrors(estimate(tasks, TaskErrors::bayes), errors.toList());
  }

  private static ClassifierError error(String title, List<TaskErrors> tasks, int index) {
    return new ClassifierError(
        title,
        estimate(tasks, task -> task.classifiers().get(index)),
        estimate(tasks, task -> task.classifiers().get(index) - task.bayes()));
  }

  private static Estimate estimate(List<TaskErrors> tasks, ToDoubleFunction<TaskErrors> value) {
    var samples = new Estimate.Accumulator();
    for (var task : tasks) {
      samples.add(value.applyAsDouble(task));
    }
    return samples.estimate(1);
  }
}
