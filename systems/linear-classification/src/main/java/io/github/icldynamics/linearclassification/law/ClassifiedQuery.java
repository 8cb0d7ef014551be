package io.github.icldynamics.linearclassification.law;

import io.github.icldynamics.numeric.Vector;

/**
 * A query with its class.
 *
 * @param token a vector of R^d
 * @param label its class, counted from 0
 */
public record ClassifiedQuery(Vector token, int label) {}
