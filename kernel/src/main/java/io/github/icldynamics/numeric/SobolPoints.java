package io.github.icldynamics.numeric;

import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.SobolSequenceGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/**
 * The first points of Sobol's sequence, to be scrambled at random as often as an error estimate
 * needs.
 *
 * <p>A scrambling multiplies the bits of each coordinate by a random lower triangular matrix and
 * adds a random word (Matoušek, <i>On the L2-discrepancy for anchored boxes</i>, J. Complexity 14,
 * 1998): every point is then uniform by itself, so that means are unbiased, and the points as a
 * whole keep their evenness. Directions are those of Joe and Kuo, by way of Hipparchus.
 */
public final class SobolPoints {
  /** Directions are known up to here. */
  public static final int MOST_DIMENSIONS = 21_201;

  /** More do not fit into an array. */
  private static final int MOST_COORDINATES = 1 << 30;

  /** Bits of a coordinate: those that the sequence gives, and that a double holds exactly. */
  private static final int BITS = 52;

  private static final double UNIT = 0x1p-52;

  private final int dimension;
  private final long[] words;

  private SobolPoints(int dimension, long[] words) {
    this.dimension = dimension;
    this.words = words;
  }

  /**
   * The first points.
   *
   * @param points how many, a power of 2
   * @param dimension from 1 to {@value #MOST_DIMENSIONS}
   */
  public static SobolPoints first(int points, int dimension) {
    boolean known = dimension >= 1 && dimension <= MOST_DIMENSIONS;
    if (points < 1 || Integer.bitCount(points) != 1 || !known) {
      throw new IllegalArgumentException(
          "There are no " + points + " balanced points in " + dimension + " dimensions");
    }
    if ((long) points * dimension > MOST_COORDINATES) {
      throw new IllegalArgumentException(
          points + " points in " + dimension + " dimensions have more than 2^30 coordinates");
    }
    var sequence = new SobolSequenceGenerator(dimension);
    long[] words = new long[points * dimension];
    for (int i = 0; i < points; i++) {
      double[] point = sequence.nextVector();
      for (int k = 0; k < dimension; k++) {
        words[i * dimension + k] = (long) (point[k] * 0x1p52);
      }
    }
    return new SobolPoints(dimension, words);
  }

  /**
   * The points scrambled and carried to standard Gaussian coordinates: row after row, one a point.
   *
   * @param seed equal seeds give equal points
   */
  public double[] gaussian(long seed) {
    double[] coordinates = uniform(seed);
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = normalQuantile(coordinates[i]);
    }
    return coordinates;
  }

  /** The points scrambled, in (0, 1): row after row, one a point. */
  public double[] uniform(long seed) {
    RandomGenerator random = new Well19937c(seed);
    double[] scrambled = new double[words.length];
    for (int k = 0; k < dimension; k++) {
      long[] columns = lowerTriangle(random);
      long shift = random.nextLong() >>> (Long.SIZE - BITS);
      for (int at = k; at < words.length; at += dimension) {
        scrambled[at] = ((double) (shift ^ product(columns, words[at])) + 0.5) * UNIT;
      }
    }
    return scrambled;
  }

  /**
   * Columns of a lower triangular matrix of bits with ones on its diagonal; the first is the top.
   */
  private static long[] lowerTriangle(RandomGenerator random) {
    long[] columns = new long[BITS];
    for (int j = 0; j < BITS; j++) {
      long diagonal = 1L << (BITS - 1 - j);
      columns[j] = diagonal | (random.nextLong() & (diagonal - 1));
    }
    return columns;
  }

  private static long product(long[] columns, long word) {
    long product = 0;
    for (long left = word; left != 0; left &= left - 1) {
      product ^= columns[BITS - 1 - Long.numberOfTrailingZeros(left)];
    }
    return product;
  }

  private static double normalQuantile(double u) {
    double inner = Erf.erfInv(2 * FastMath.min(u, 1 - u) - 1);
    return FastMath.sqrt(2) * (u < 0.5 ? inner : -inner);
  }
}
