package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.SquareMatrix;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * A node of a rule for expectations over Haar-distributed orthogonal matrices.
 *
 * @param matrix U
 * @param probability its weight; all weights sum to 1
 */
record Rotation(SquareMatrix matrix, double probability) {
  /** Doubling it changes nothing above rounding for condition numbers up to 10. */
  private static final int ANGLES = 48;

  /** Stretched covariances need more, by this power of the condition number (measured). */
  private static final double POWER = 0.25;

  /** In one dimension: both signs. */
  static List<Rotation> ofTheLine() {
    return List.of(
        new Rotation(SquareMatrix.diagonal(1), 0.5), new Rotation(SquareMatrix.diagonal(-1), 0.5));
  }

  /**
   * In two: rotations and reflections by evenly spaced angles.
   *
   * @param conditionNumber of Λ
   * @param refinement how many times as many as usual
   */
  static List<Rotation> ofThePlane(double conditionNumber, int refinement) {
    int angles = refinement * angles(conditionNumber);
    var rotations = new ArrayList<Rotation>();
    for (int i = 0; i < angles; i++) {
      addBoth(2 * FastMath.PI * i / angles, 0.5 / angles, rotations);
    }
    return rotations;
  }

  /** The same for functions that are even in the angle: half of them. */
  static List<Rotation> ofTheHalfPlane(double conditionNumber, int refinement) {
    int angles = refinement * angles(conditionNumber);
    var rotations = new ArrayList<Rotation>();
    for (int i = 0; 2 * i <= angles; i++) {
      boolean single = i == 0 || 2 * i == angles;
      addBoth(2 * FastMath.PI * i / angles, (single ? 0.5 : 1.0) / angles, rotations);
    }
    return rotations;
  }

  /** An even number. */
  private static int angles(double conditionNumber) {
    double stretch = FastMath.pow(FastMath.max(1, conditionNumber / 10), POWER);
    return 2 * (int) FastMath.ceil(0.5 * ANGLES * stretch);
  }

  private static void addBoth(double angle, double probability, List<Rotation> rotations) {
    double c = FastMath.cos(angle);
    double s = FastMath.sin(angle);
    rotations.add(new Rotation(SquareMatrix.of(new double[][] {{c, -s}, {s, c}}), probability));
    rotations.add(new Rotation(SquareMatrix.of(new double[][] {{c, s}, {s, -c}}), probability));
  }
}
