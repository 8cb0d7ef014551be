package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.util.FastMath;

/**
 * The infimum of a loss, by Newton's method from several starts. It may lie at infinity: along a
 * direction in which the loss falls like {@code e^{−x}}, Newton's steps are of length 1, longer
 * ones are tried as long as the loss falls, and the search ends where what is left to gain is lost
 * in the rounding of the loss.
 *
 * @param value the infimum; relative error about 1e-14 where the search found the right valley; 0
 *     if it is less than 1e-15 of the loss at the start
 * @param weights where the loss has it, or nearly
 * @param attained whether finite weights have it; else it is approached as some of them grow
 *     without bound
 */
public record LeastLoss(double value, Vector weights, boolean attained) {
  /** More weights than this make the second derivatives too expensive. */
  public static final int MOST_WEIGHTS = 60;

  private static final int MOST_ITERATIONS = 300;

  /** What a step would gain, as a share of the loss, where rounding hides it. */
  private static final double NEGLIGIBLE_GAIN = 1e-15;

  /** The longest step of a weight; e^{8} is far, but not out of sight. */
  private static final double LONGEST_STEP = 8;

  private static final int MOST_DOUBLINGS = 4;
  private static final int MOST_HALVINGS = 12;

  /** How far beyond all weights to look for whether the loss rises again. */
  private static final double FAR = 30;

  /** A rise of a loss that is no rise, and one that certainly is, relative. */
  private static final double NO_RISE = 1e-12;

  private static final double RISE = 1e-9;

  /**
   * The least of what is found.
   *
   * @param objective whose direction is minus the derivative of its loss by a weight, divided by
   *     the weight's multiplicity; at most {@value #MOST_WEIGHTS} weights
   * @param starts at least one
   */
  public static LeastLoss of(Objective objective, List<Vector> starts) {
    if (objective.size() > MOST_WEIGHTS) {
      throw new IllegalArgumentException("at most " + MOST_WEIGHTS + " weights can be searched");
    }
    return starts.stream()
        .map(start -> new Search(objective, start).run())
        .min(Comparator.comparingDouble(LeastLoss::value))
        .orElseThrow();
  }

  /** Weights with their loss and its gradient in coordinates {@code √M x}. */
  private static final class Place {
    private final double[] weights;
    private final double[] gradient;
    private final double loss;

    Place(Objective objective, double[] root, double[] weights) {
      this.weights = weights;
      this.gradient = new double[weights.length];
      this.loss = objective.descend(0, weights, gradient);
      for (int n = 0; n < root.length; n++) {
        gradient[n] *= -root[n];
      }
    }
  }

  /** One search from one start. */
  private static final class Search {
    private final Objective objective;
    private final int size;
    private final double[] root;
    private Place place;

    Search(Objective objective, Vector start) {
      this.objective = objective;
      this.size = objective.size();
      this.root = new double[size];
      for (int n = 0; n < size; n++) {
        root[n] = FastMath.sqrt(objective.multiplicity(n));
      }
      this.place = new Place(objective, root, start.toArray());
    }

    LeastLoss run() {
      double nothing = NEGLIGIBLE_GAIN * place.loss;
      for (int i = 0; i < MOST_ITERATIONS && place.loss > nothing; i++) {
        double[] step = step(curvature());
        double gain = 0;
        for (int n = 0; n < size; n++) {
          gain -= place.gradient[n] * root[n] * step[n];
        }
        if (!(gain > NEGLIGIBLE_GAIN * place.loss) || !move(step)) {
          break;
        }
      }
      var weights = Vector.of(place.weights);
      // A loss that falls for ever has fallen to nothing; one that began there is there.
      return place.loss <= nothing
          ? new LeastLoss(0, weights, nothing == 0)
          : new LeastLoss(place.loss, weights, !falls(curvature()));
    }

    private Place moved(double[] step, double share) {
      double[] at = place.weights.clone();
      for (int n = 0; n < size; n++) {
        at[n] += share * step[n];
      }
      return new Place(objective, root, at);
    }

    /** Of minus the second derivatives: of which sign is all the same to both who ask. */
    private EigenDecompositionSymmetric curvature() {
      return Linearisation.spectrum(objective, 0, place.weights);
    }

    /** Newton's step, downhill where the loss is not convex too, and of a length to be trusted. */
    private double[] step(EigenDecompositionSymmetric curvature) {
      double[] step = new double[size];
      for (int i = 0; i < size; i++) {
        double[] axis = curvature.getEigenvector(i).toArray();
        double slope = 0;
        for (int n = 0; n < size; n++) {
          slope += axis[n] * place.gradient[n];
        }
        if (FastMath.abs(slope) <= NEGLIGIBLE_GAIN * place.loss) {
          continue;
        }
        double bend = FastMath.abs(curvature.getEigenvalue(i));
        double along = -slope / FastMath.max(bend, FastMath.abs(slope) / LONGEST_STEP);
        for (int n = 0; n < size; n++) {
          step[n] += along * axis[n] / root[n];
        }
      }
      double longest = Vector.of(step).maximumNorm();
      for (int n = 0; n < size && longest > LONGEST_STEP; n++) {
        step[n] *= LONGEST_STEP / longest;
      }
      return step;
    }

    /** Moves as far as the loss falls, if it does at all. */
    private boolean move(double[] step) {
      double share = 1;
      var next = moved(step, share);
      for (int halving = 0; halving < MOST_HALVINGS && !(next.loss < place.loss); halving++) {
        share *= 0.5;
        next = moved(step, share);
      }
      if (!(next.loss < place.loss)) {
        return false;
      }
      for (int doubling = 0; doubling < MOST_DOUBLINGS && share >= 1; doubling++) {
        share *= 2;
        var farther = moved(step, share);
        if (!(farther.loss < next.loss)) {
          break;
        }
        next = farther;
      }
      place = next;
      return true;
    }

    /**
     * Whether the loss stays as low for ever along some axis, one way and not the other; both ways
     * it does so where it does not depend on the weights' common part.
     */
    private boolean falls(EigenDecompositionSymmetric curvature) {
      return IntStream.range(0, size).anyMatch(i -> falls(curvature.getEigenvector(i).toArray()));
    }

    private boolean falls(double[] axis) {
      for (int n = 0; n < size; n++) {
        axis[n] /= root[n];
      }
      double widest = Vector.of(place.weights).maximumNorm();
      double far = (FAR + 2 * widest) / Vector.of(axis).maximumNorm();
      double one = moved(axis, far).loss / place.loss - 1;
      double other = moved(axis, -far).loss / place.loss - 1;
      return (one <= NO_RISE && other >= RISE) || (other <= NO_RISE && one >= RISE);
    }
  }
}
