package io.github.icldynamics.descent;

import java.util.stream.IntStream;

/**
 * A square matrix whose blocks on the diagonal meet only in its last rows and columns, the border:
 * the Jacobian of weights that see each other only through a few others.
 */
final class BorderedMatrix {
  private final double[][][] blocks;
  private final double[][] right;
  private final double[][] below;
  private final double[][] corner;

  /**
   * All zeros, to be filled in.
   *
   * @param lengths of the blocks
   * @param border rows of the border
   */
  BorderedMatrix(int[] lengths, int border) {
    int inBlocks = IntStream.of(lengths).sum();
    this.blocks = IntStream.of(lengths).mapToObj(n -> new double[n][n]).toArray(double[][][]::new);
    this.right = new double[inBlocks][border];
    this.below = new double[border][inBlocks];
    this.corner = new double[border][border];
  }

  /** The square ones on the diagonal. */
  double[][][] blocks() {
    return blocks;
  }

  /** The last columns, a row for each row of the blocks. */
  double[][] right() {
    return right;
  }

  /** The last rows, up to the corner. */
  double[][] below() {
    return below;
  }

  /** Where the last rows and columns meet. */
  double[][] corner() {
    return corner;
  }

  /** The number of rows. */
  int size() {
    return right.length + corner.length;
  }

  /** Rows of the border. */
  int border() {
    return corner.length;
  }

  /** The product with a vector. */
  double[] times(double[] vector) {
    double[] product = new double[size()];
    int offset = 0;
    for (var block : blocks) {
      for (int m = 0; m < block.length; m++) {
        for (int n = 0; n < block.length; n++) {
          product[offset + m] += block[m][n] * vector[offset + n];
        }
      }
      offset += block.length;
    }
    for (int c = 0; c < border(); c++) {
      double across = 0;
      for (int m = 0; m < right.length; m++) {
        product[m] += right[m][c] * vector[right.length + c];
        across += below[c][m] * vector[m];
      }
      for (int d = 0; d < border(); d++) {
        across += corner[c][d] * vector[right.length + d];
      }
      product[right.length + c] = across;
    }
    return product;
  }
}
