/**
 * What a prompt is drawn from: the law of its tokens, its length, the second moments and the noise
 * of its labels, and the sampling of token counts.
 *
 * <p>A prompt enters the population loss only through its counts {@code c = (|V_1|, …, |V_K|) ~
 * Multinomial(N, p)}. Features of equal probability form a group, so that a law over 10⁸ features
 * is two numbers; a {@link io.github.icldynamics.softmaxregression.law.QueryColumn} is the law as
 * one query sees it, with the query in a group of its own.
 */
@NullMarked
package io.github.icldynamics.softmaxregression.law;

import org.jspecify.annotations.NullMarked;
