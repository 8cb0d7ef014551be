/**
 * The law of tasks, means, tokens and labels of Gaussian mixtures, and what Bayes makes of them.
 */
@NullMarked
package io.github.icldynamics.linearclassification.law;

import org.jspecify.annotations.NullMarked;
