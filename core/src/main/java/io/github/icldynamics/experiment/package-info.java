/**
 * Experiments as values: an {@code Experiment} holds everything that decides a result of the first
 * system, a {@code MixtureExperiment} of the second, so that equal experiments give equal bits.
 *
 * <p>What is written in an experiment is a choice ({@code TokenLawChoice}, {@code MethodChoice},
 * …); what it means is mathematics: {@code Experiment.layerPlan()} turns the choices into a plan of
 * {@code analysis}. How experiments are read and written is the affair of those who talk to people.
 */
@NullMarked
package io.github.icldynamics.experiment;

import org.jspecify.annotations.NullMarked;
