package io.github.icldynamics.benchmarks;

import io.github.icldynamics.numeric.LaplaceGrid;
import org.hipparchus.util.FastMath;

/**
 * How many quadrature nodes an evaluation needs while its logits are a few units apart: from the
 * left cut, in units of {@code 1/N}, to where {@code φ^N} underflows, {@code N (1 − φ) = 700}.
 *
 * <p>An evaluator rounds this up to whole blocks, by a tenth or so; that counts as its overhead.
 */
final class QuadratureNodes {
  /** {@code φ^N} below {@code e^{−700}} counts as 0. */
  private static final double UNDERFLOW = 700;

  private QuadratureNodes() {}

  /** {@code ln(700 / leftCut) / step} on the grid of full accuracy, rounded up. */
  static int count() {
    var grid = LaplaceGrid.fullAccuracy();
    return (int) Math.ceil(FastMath.log(UNDERFLOW / grid.leftCut()) / grid.step());
  }
}
