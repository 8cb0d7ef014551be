/**
 * What a training run shows: the role of a feature, when its error has converged, and the phases it
 * goes through, found by who leads rather than by constants. Pure functions of trajectories.
 *
 * <p>With {@code A_k = s_k}, {@code B_{k,n} = s_n} and their directions {@code α_k}, {@code
 * β_{k,n}}: an under-represented feature is in phase I until {@code α_k ≥ |β_{k,1}|}, in II until
 * {@code Attn_k ≥ Attn_1}, in III until {@code Attn_k ≥ ½}, in IV until {@code L_k ≤ L_k* + ε}.
 */
@NullMarked
package io.github.icldynamics.softmaxregression.training;

import org.jspecify.annotations.NullMarked;
