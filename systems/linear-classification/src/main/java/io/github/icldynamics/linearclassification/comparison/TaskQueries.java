package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.linearclassification.law.MixtureTask;
import io.github.icldynamics.numeric.Vector;
import java.util.List;

/**
 * Queries of one task with the probability of each class, as whoever knows the task sees it: errors
 * are expected under it instead of counted, which takes the noise of the queries' classes out.
 *
 * @param queries Q ≥ 1 vectors of R^d
 * @param posteriors {@code P(y = j | x)} for each of them, Q vectors of c
 */
record TaskQueries(List<Vector> queries, List<Vector> posteriors) {
  TaskQueries {
    queries = List.copyOf(queries);
    posteriors = List.copyOf(posteriors);
  }

  static TaskQueries of(MixtureTask task, List<Vector> queries) {
    return new TaskQueries(queries, queries.stream().map(task::bayes).toList());
  }

  /** The expected share of wrong answers of a rule: the mean of {@code 1 − P(answer | x)}. */
  double error(PromptClassifier.Rule rule) {
    double error = 0;
    for (int i = 0; i < queries.size(); i++) {
      error += 1 - posteriors.get(i).get(rule.classify(queries.get(i)));
    }
    return error / queries.size();
  }

  /** The least such share: that of the rule which knows the task. */
  double leastError() {
    double error = 0;
    for (var posterior : posteriors) {
      error += 1 - posterior.maximumNorm();
    }
    return error / queries.size();
  }
}
