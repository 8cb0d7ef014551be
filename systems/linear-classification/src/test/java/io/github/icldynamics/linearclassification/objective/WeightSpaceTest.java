package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.numeric.SquareMatrix;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightSpaceTest {
  private static final SquareMatrix MATRIX = SquareMatrix.of(new double[][] {{1, 2}, {3, 4}});

  @Test
  void weightsAreTheDiagonalOrTheRows() {
    assertArrayEquals(new double[] {1, 4}, WeightSpace.DIAGONAL.weights(MATRIX));
    assertArrayEquals(new double[] {1, 2, 3, 4}, WeightSpace.FULL.weights(MATRIX));
    assertEquals(SquareMatrix.diagonal(1, 4), WeightSpace.DIAGONAL.matrix(new double[] {1, 4}));
    assertEquals(MATRIX, WeightSpace.FULL.matrix(new double[] {1, 2, 3, 4}));
    assertEquals(7, WeightSpace.DIAGONAL.size(7));
    assertEquals(49, WeightSpace.FULL.size(7));
  }

  /** Of {@code f(v) = aᵀv + ½ vᵀHv} at {@code v = Wx}, whose derivatives in W are polynomials. */
  @ParameterizedTest
  @EnumSource(WeightSpace.class)
  void derivativesFollowTheChainRule(WeightSpace space) {
    long seed = 81;
    var random = new Random(seed);
    int d = 3;
    double[] x = {0, random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    double[] w = Mixtures.randomWeights(random, space, d).toArray();
    double[] slope = {0.3, -1.2, 0.7};
    double[][] curvature = {{1, 0.2, 0}, {0.2, 2, -0.4}, {0, -0.4, 0.5}};
    double[] gradient = new double[w.length];
    space.addGradient(slope, x, 1, gradient);
    double[][] hessian = new double[w.length][w.length];
    space.addHessian(curvature, x, 1, hessian);
    for (int a = 0; a < w.length; a++) {
      double[] first = image(space, unit(w.length, a), x);
      assertEquals(dot(slope, first), gradient[a], 1e-14, "seed " + seed);
      for (int b = 0; b < w.length; b++) {
        double[] second = image(space, unit(w.length, b), x);
        double expected = 0;
        for (int i = 0; i < d; i++) {
          expected += first[i] * dot(curvature[i], second);
        }
        assertEquals(expected, hessian[a][b], 1e-14, "seed " + seed);
      }
    }
    double[] v = new double[d + 1];
    space.apply(w, x, 1, d, v);
    for (int i = 0; i < d; i++) {
      assertEquals(image(space, w, x)[i], v[i + 1], 1e-14, "seed " + seed);
    }
  }

  /** W x by the matrix of the weights. */
  private static double[] image(WeightSpace space, double[] weights, double[] x) {
    var matrix = space.matrix(weights);
    double[] image = new double[matrix.size()];
    for (int i = 0; i < image.length; i++) {
      for (int j = 0; j < image.length; j++) {
        image[i] += matrix.get(i, j) * x[j + 1];
      }
    }
    return image;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] unit(int size, int index) {
    double[] unit = new double[size];
    unit[index] = 1;
    return unit;
  }
}
