package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import org.junit.jupiter.api.Test;

class SamplingTest {
  private static MixtureLaw law(int classes, int dimension) {
    return MixtureLaw.of(classes, SymmetricMatrix.of(SquareMatrix.identity(dimension).toArray()));
  }

  @Test
  void whatFitsStaysAsItIs() {
    var sampling = new Sampling(4096, 16, 1);
    assertEquals(sampling, sampling.fitting(law(3, 2)));
  }

  /** 2^25 numbers over 16 randomisations of 101·100 + 199 coordinates leave 203 points, or 128. */
  @Test
  void whatDoesNotFitIsHalvedUntilItDoes() {
    var fitting = new Sampling(4096, 16, 1).fitting(law(100, 100));
    assertEquals(new Sampling(128, 16, 1), fitting);
    assertTrue(Sampling.fits(law(100, 100), 128 * 16));
  }
}
