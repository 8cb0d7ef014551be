package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.Vector;

/**
 * A risk and its gradient.
 *
 * @param loss mean cross-entropy, natural logarithm
 * @param gradient one entry a weight
 */
public record RiskSlope(double loss, Vector gradient) {}
