package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;

/** What adds up while a risk is averaged. */
sealed interface RiskSum {
  /** Adds a group that has been worked out. */
  void add(CaseBlock block, int g);

  /** Loss and gradient: the gradient in v is {@code Σ_j a_j μ_j + δ Λv}. */
  final class Slope implements RiskSum {
    private final WeightSpace space;
    private final double[] gradient;
    private double loss;

    Slope(WeightSpace space, int dimension) {
      this.space = space;
      this.gradient = new double[space.size(dimension)];
    }

    @Override
    public void add(CaseBlock block, int g) {
      double[] coefficients = new double[block.classes + 1];
      double sum = 0;
      var smoothing = block.smoothing;
      int cases = block.casesOfGroup();
      for (int i = g * cases; i < (g + 1) * cases; i++) {
        sum += smoothing.loss[i];
        double first = smoothing.first[i];
        for (int j = 0; j < block.classes; j++) {
          coefficients[j] += first * block.attention(i, j) * block.share(i, j);
        }
        int y = block.queryClass[g];
        coefficients[y] -= first * block.share(i, y);
        coefficients[block.classes] +=
            first * block.tilt(i, g) + smoothing.second[i] * block.alphaSquared[i];
      }
      double weight = block.caseWeight(g);
      loss += weight * sum;
      addGradient(block, g, coefficients, weight);
    }

    private void addGradient(CaseBlock block, int g, double[] coefficients, double weight) {
      double[] slope = new double[block.dimension];
      for (int k = 0; k < slope.length; k++) {
        double sum = coefficients[block.classes] * block.scaledImage(g, k);
        for (int j = 0; j < block.classes; j++) {
          sum += coefficients[j] * block.mean(g, j, k);
        }
        slope[k] = weight * sum;
      }
      space.addGradient(slope, block.query, g * block.dimension, gradient);
    }

    /** The mean over so many points. */
    RiskSlope mean(int points) {
      double[] mean = Arrays.stream(gradient).map(sum -> sum / points).toArray();
      return new RiskSlope(loss / points, Vector.of(mean));
    }
  }

  /**
   * Loss, gradient and Hessian. With {@code a = ∇L} and {@code t_j = ∇(z_j − z_y)} in the frame
   * {@code (μ_0 … μ_{c−1}, Λv)}, the Hessian in v of {@code κ₀(L, s α)} is
   *
   * <pre>
   *   κ₂ a aᵀ + κ₁ (Σ_j q_j t_j t_jᵀ − a aᵀ) + κ₃ α² (a Λvᵀ + Λv aᵀ) + κ₄ α⁴ Λv Λvᵀ
   *     + (κ₂ α² + κ₁ Σ q_j e_j/s) Λ − κ₁ (Σ q_j e_j/s³) Λv Λvᵀ.</pre>
   */
  final class Curvature implements RiskSum {
    private final Slope slope;
    private final double[][] hessian;

    Curvature(WeightSpace space, int dimension) {
      this.slope = new Slope(space, dimension);
      int size = space.size(dimension);
      this.hessian = new double[size][size];
    }

    @Override
    public void add(CaseBlock block, int g) {
      slope.add(block, g);
      var frame = new FrameHessian(block.classes + 1);
      int cases = block.casesOfGroup();
      for (int i = g * cases; i < (g + 1) * cases; i++) {
        frame.add(block, g, i);
      }
      double[][] curvature = frame.inCoordinates(block, g);
      slope.space.addHessian(curvature, block.query, g * block.dimension, hessian);
    }

    /** The mean over so many points. */
    RiskCurvature mean(int points) {
      var mean =
          SquareMatrix.of(hessian.length, (i, j) -> 0.5 * (hessian[i][j] + hessian[j][i]) / points);
      return new RiskCurvature(slope.mean(points), new SymmetricMatrix(mean));
    }
  }
}
