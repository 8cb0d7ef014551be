/**
 * Experiments as values: an {@code Experiment} holds everything that decides a result, so that
 * equal experiments give equal bits. Each field is declared once, beside the record that holds it.
 *
 * <p>What is written in an experiment is a choice ({@code TokenLawChoice}, {@code LabelChoice}, …);
 * what it means is mathematics: {@code Experiment.layerPlan()} turns the choices into a plan of
 * training.
 */
@NullMarked
package io.github.icldynamics.softmaxregression.experiment;

import org.jspecify.annotations.NullMarked;
