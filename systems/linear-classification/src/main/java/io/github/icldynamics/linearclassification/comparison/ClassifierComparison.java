package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.linearclassification.law.ClassifiedQuery;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.law.MixtureSampler;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.work.Workforce;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Classifiers compared on the same tasks, prompts and queries of a law.
 *
 * <p>Every task has a seed of its own, so that tasks may be done in any order and by any number of
 * threads with the same bits. Task and queries are drawn before the prompt: with equal sampling,
 * comparisons at several prompt lengths see the same tasks and queries, and shorter prompts are the
 * beginnings of longer ones.
 *
 * @param promptLength M, from 1 to {@value MixtureSampler#MOST_TOKENS}
 */
public record ClassifierComparison(
    MixtureLaw law, int promptLength, List<PromptClassifier> classifiers, TaskSampling sampling) {
  public ClassifierComparison {
    classifiers = List.copyOf(classifiers);
    if (promptLength < 1 || promptLength > MixtureSampler.MOST_TOKENS) {
      throw new InvalidInputException(
          "promptLength", "must be from 1 to 1000000, not " + promptLength);
    }
  }

  /**
   * The comparison carried out.
   *
   * @param workforce who does the tasks, each a piece of work of its own
   */
  public ComparedErrors errors(Workforce workforce) {
    var pieces =
        IntStream.range(0, sampling.tasks())
            .<Supplier<TaskErrors>>mapToObj(index -> () -> task(index))
            .toList();
    return ComparedErrors.of(classifiers, workforce.inOrder(pieces));
  }

  /**
   * One task.
   *
   * @param index from 0 to T − 1
   */
  public TaskErrors task(int index) {
    var sampler = new MixtureSampler(law, sampling.seed(index));
    var task = sampler.task();
    var drawn = sampler.queries(task, sampling.queries());
    var queries = TaskQueries.of(task, drawn.stream().map(ClassifiedQuery::token).toList());
    var prompt = sampler.prompt(task, promptLength);
    return new TaskErrors(
        queries.leastError(),
        Vector.of(
            classifiers.stream()
                .mapToDouble(classifier -> queries.error(classifier.fit(prompt)))
                .toArray()));
  }
}
