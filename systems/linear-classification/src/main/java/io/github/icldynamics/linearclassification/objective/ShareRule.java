package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.PromptLength;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * A node of the Gauss rule for expectations over the share {@code n/N} of one of two equally likely
 * classes in a prompt, {@code n ~ Binomial(N, ½)}: the eigenvalues of the Jacobi matrix of
 * Krawtchouk's polynomials (Golub and Welsch), with ½ on its diagonal and {@code √(k (N − k +
 * 1))/(2N)} beside it.
 *
 * @param value the share of class 1
 * @param probability its weight; all weights sum to 1
 */
record ShareRule(double value, double probability) {
  /**
   * The rule for a prompt length.
   *
   * @param mostNodes where there are fewer counts, all of them are nodes. Near W*, 64 are good for
   *     nine digits or more, 160 for all
   */
  static List<ShareRule> of(PromptLength promptLength, int mostNodes) {
    return switch (promptLength) {
      case PromptLength.Infinite() -> List.of(new ShareRule(0.5, 1));
      case PromptLength.Finite(long tokens) -> of(tokens, mostNodes);
    };
  }

  private static List<ShareRule> of(long tokens, int mostNodes) {
    int size = (int) Math.min(tokens + 1, mostNodes);
    double n = (double) tokens;
    double[][] jacobi = new double[size][size];
    for (int k = 0; k < size; k++) {
      jacobi[k][k] = 0.5;
      if (k > 0) {
        jacobi[k][k - 1] = FastMath.sqrt(k * (n - k + 1)) / (2 * n);
        jacobi[k - 1][k] = jacobi[k][k - 1];
      }
    }
    var decomposition = SymmetricMatrix.of(jacobi).decomposition();
    var nodes = new ArrayList<ShareRule>();
    // Eigenvalues come in descending order.
    for (int i = size - 1; i >= 0; i--) {
      double first = decomposition.getEigenvector(i).getEntry(0);
      nodes.add(new ShareRule(decomposition.getEigenvalue(i), first * first));
    }
    return nodes;
  }
}
