/**
 * What moves weights along the negative gradient of an objective: the gradient flow {@code dW/dτ =
 * d(W)} in logarithmic time, and update rules such as {@code W ← W + η d(W)} iteration by
 * iteration, with {@code τ = ηt}. A run is a {@link io.github.icldynamics.descent.Trajectory},
 * which answers for any time, and ends in an {@link io.github.icldynamics.descent.Outcome}, which
 * is a value.
 *
 * <p>Nothing here knows what the weights mean: {@link io.github.icldynamics.descent.Objective} and
 * {@link io.github.icldynamics.descent.UpdateRule} are open to other modules.
 */
@NullMarked
package io.github.icldynamics.descent;

import org.jspecify.annotations.NullMarked;
