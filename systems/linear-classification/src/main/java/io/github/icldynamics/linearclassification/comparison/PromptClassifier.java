package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Vector;

/** Classifies by a prompt: learns a rule from its tokens and knows nothing else of the task. */
public interface PromptClassifier {
  /** A name for tables and legends. */
  String title();

  /**
   * The rule learnt from a prompt; equal prompts give equal rules. Any prompt will do: one token,
   * one class only, classes without tokens.
   */
  Rule fit(LabelledPrompt prompt);

  /** A rule that answers any number of queries, from any thread. */
  @FunctionalInterface
  interface Rule {
    /**
     * The class of a query.
     *
     * @param query a vector of R^d
     * @return from 0 to c − 1
     */
    int classify(Vector query);
  }
}
