/**
 * Training runs of one query column: the gradient flow {@code dS/dτ = g(S)} in logarithmic time,
 * and gradient descent {@code S ← S + η g(S)} iteration by iteration, with {@code τ = ηt}. A run is
 * a {@link io.github.icldynamics.training.Trajectory}, which answers for any time, and ends in an
 * {@link io.github.icldynamics.training.Outcome}, which is a value.
 */
@NullMarked
package io.github.icldynamics.training;

import org.jspecify.annotations.NullMarked;
