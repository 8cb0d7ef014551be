package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.numeric.Vector;

/**
 * The errors made on one task, each an expected share of wrong answers.
 *
 * @param bayes of the rule that knows the task; no other is less
 * @param classifiers of each classifier, in their order
 */
public record TaskErrors(double bayes, Vector classifiers) {}
