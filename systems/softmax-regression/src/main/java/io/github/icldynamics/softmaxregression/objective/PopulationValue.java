package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.Vector;

/**
 * What the population says of one query at given logits.
 *
 * @param loss {@code L_k = ½ E (ŷ − f(v_k))²}, the label noise's term included
 * @param descent {@code −p_k ∂L_k/∂s_m} for one member of each group: {@code α_k} at the query's
 *     own group, {@code β_{k,n}} at the others
 * @param meanAttention {@code E Attn_m} of one member of each group
 */
public record PopulationValue(double loss, Vector descent, Vector meanAttention) {}
