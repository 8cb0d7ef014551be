package io.github.icldynamics.descent;

import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The linear system {@code (α I − J) x = r} of a bordered matrix J; with {@code β ≠ 0} that of two
 * copies, {@code (α I − J, β I; −β I, α I − J)}. Blocks are solved by themselves; what they have in
 * common is a system of the size of the border.
 */
final class BorderedSystem {
  private final BorderedMatrix matrix;
  private final int copies;
  private final DecompositionSolver[] blocks;
  private final double[][][] throughBorder;
  private final Optional<DecompositionSolver> border;

  /**
   * @throws org.hipparchus.exception.MathRuntimeException if a block, or what is left for the
   *     border, has no solution
   */
  BorderedSystem(BorderedMatrix matrix, double alpha, double beta) {
    this.matrix = matrix;
    this.copies = beta == 0 ? 1 : 2;
    this.blocks = new DecompositionSolver[matrix.blocks().length];
    this.throughBorder = new double[blocks.length][][];
    double[][] corner = shifted(matrix.corner(), alpha, beta);
    int offset = 0;
    for (int k = 0; k < blocks.length; k++) {
      int size = matrix.blocks()[k].length;
      blocks[k] = factor(shifted(matrix.blocks()[k], alpha, beta));
      throughBorder[k] = throughBorder(k, offset, size);
      subtractBelow(offset, size, throughBorder[k], corner);
      offset += size;
    }
    this.border = corner.length == 0 ? Optional.empty() : Optional.of(factor(corner));
  }

  private static DecompositionSolver factor(double[][] matrix) {
    return new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 0).getSolver();
  }

  /** {@code α I − J}, or {@code (α I − J, β I; −β I, α I − J)}. */
  private static double[][] shifted(double[][] block, double alpha, double beta) {
    int size = block.length;
    int copies = beta == 0 ? 1 : 2;
    double[][] shifted = new double[copies * size][copies * size];
    for (int copy = 0; copy < copies; copy++) {
      for (int m = 0; m < size; m++) {
        double[] row = shifted[copy * size + m];
        for (int n = 0; n < size; n++) {
          row[copy * size + n] = (m == n ? alpha : 0) - block[m][n];
        }
        if (copies == 2) {
          row[(1 - copy) * size + m] = copy == 0 ? beta : -beta;
        }
      }
    }
    return shifted;
  }

  /** What a unit in the border, copy by copy, asks of a block: its system's solutions for it. */
  private double[][] throughBorder(int block, int offset, int size) {
    int width = matrix.border();
    if (width == 0) {
      return new double[copies * size][0];
    }
    RealMatrix right = new Array2DRowRealMatrix(copies * size, copies * width);
    for (int copy = 0; copy < copies; copy++) {
      for (int m = 0; m < size; m++) {
        for (int c = 0; c < width; c++) {
          right.setEntry(copy * size + m, copy * width + c, -matrix.right()[offset + m][c]);
        }
      }
    }
    return blocks[block].solve(right).getData();
  }

  private void subtractBelow(int offset, int size, double[][] through, double[][] corner) {
    int width = matrix.border();
    for (int copy = 0; copy < copies; copy++) {
      for (int c = 0; c < width; c++) {
        double[] row = corner[copy * width + c];
        for (int m = 0; m < size; m++) {
          double entry = -matrix.below()[c][offset + m];
          for (int d = 0; d < row.length; d++) {
            row[d] -= entry * through[copy * size + m][d];
          }
        }
      }
    }
  }

  /**
   * The solution.
   *
   * @param right r; of two copies, one after the other
   */
  double[] solve(double[] right) {
    int size = matrix.size();
    int width = matrix.border();
    double[] solution = new double[right.length];
    double[] common = new double[copies * width];
    for (int copy = 0; copy < copies; copy++) {
      System.arraycopy(right, copy * size + size - width, common, copy * width, width);
    }
    double[][] alone = alone(right, common);
    double[] shared = border.map(solver -> solve(solver, common)).orElse(common);
    for (int k = 0, offset = 0; k < blocks.length; k++) {
      int length = matrix.blocks()[k].length;
      for (int copy = 0; copy < copies; copy++) {
        for (int m = 0; m < length; m++) {
          double entry = alone[k][copy * length + m];
          for (int d = 0; d < shared.length; d++) {
            entry -= throughBorder[k][copy * length + m][d] * shared[d];
          }
          solution[copy * size + offset + m] = entry;
        }
      }
      offset += length;
    }
    for (int copy = 0; copy < copies; copy++) {
      System.arraycopy(shared, copy * width, solution, copy * size + size - width, width);
    }
    return solution;
  }

  /** Each block's solution without the border, which is left with what they do not account for. */
  private double[][] alone(double[] right, double[] common) {
    int size = matrix.size();
    int width = matrix.border();
    double[][] alone = new double[blocks.length][];
    for (int k = 0, offset = 0; k < blocks.length; k++) {
      int length = matrix.blocks()[k].length;
      double[] own = new double[copies * length];
      for (int copy = 0; copy < copies; copy++) {
        System.arraycopy(right, copy * size + offset, own, copy * length, length);
      }
      alone[k] = solve(blocks[k], own);
      for (int copy = 0; copy < copies; copy++) {
        for (int c = 0; c < width; c++) {
          for (int m = 0; m < length; m++) {
            common[copy * width + c] += matrix.below()[c][offset + m] * alone[k][copy * length + m];
          }
        }
      }
      offset += length;
    }
    return alone;
  }

  private static double[] solve(DecompositionSolver solver, double[] right) {
    return solver.solve(new ArrayRealVector(right, false)).toArray();
  }
}
