package io.github.icldynamics.numeric;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * The nodes {@code s_j = e^{hj}} of the trapezoidal rule in {@code u = ln s}, and scaled weights
 * {@code t = s_j w} on them for {@code w = e^ℓ} of any size.
 *
 * <p>The nodes do not depend on the integrand, so sums over them are smooth functions of the logits
 * {@code ℓ}. Splitting {@code ℓ = h·shift + rest} makes {@code t} one table look-up and one
 * multiplication, without overflow however far the logits are apart.
 */
public final class LaplaceGrid {
  /** Below {@code e^{−690}} a scaled weight counts as 0: its square is not representable. */
  private static final double LOWEST_EXPONENT = -690;

  private static final LaplaceGrid FULL_ACCURACY = withAccuracy(2e-17);

  private final double step;
  private final double accuracy;
  private final int lowest;
  private final double[] table;

  private LaplaceGrid(double step, double accuracy) {
    this.step = step;
    this.accuracy = accuracy;
    this.lowest = (int) Math.ceil(LOWEST_EXPONENT / step);
    int highest = (int) Math.ceil(FastMath.log(ExponentialKernel.LARGEST_ARGUMENT) / step);
    this.table = new double[highest - lowest + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = FastMath.exp((lowest + i) * step);
    }
  }

  /**
   * The grid whose error is below rounding: made once, because its table takes longer than its use.
   */
  public static LaplaceGrid fullAccuracy() {
    return FULL_ACCURACY;
  }

  /** The coarsest grid of a relative accuracy; below 2·10⁻¹⁷ the one that loses nothing. */
  public static LaplaceGrid ofAccuracy(double accuracy) {
    return accuracy <= 1e-17 ? FULL_ACCURACY : withAccuracy(accuracy);
  }

  /**
   * The coarsest grid whose relative error for {@code 1/Z}, {@code 1/Z²} and {@code 1/Z³} stays
   * below {@code accuracy}, among the steps that are multiples of 1/64: with those, multiples of
   * the step are exact, and a common shift of all logits changes nothing.
   *
   * @param accuracy in [1e-17, 0.1]
   */
  public static LaplaceGrid withAccuracy(double accuracy) {
    if (!(accuracy >= 1e-17 && accuracy <= 0.1)) {
      throw new IllegalArgumentException("accuracy must lie in [1e-17, 0.1], not " + accuracy);
    }
    int sixtyFourths = 2 * 64;
    while (relativeError(3, sixtyFourths / 64.0) > accuracy) {
      sixtyFourths--;
    }
    return new LaplaceGrid(sixtyFourths / 64.0, accuracy);
  }

  /**
   * The bound {@code 2|Γ(r + 2πi/h)|/Γ(r)} on the relative error of the trapezoidal rule for {@code
   * 1/Z^r}, by {@code |Γ(1 + iy)|² = πy/sinh(πy)} and the recurrence of Γ.
   *
   * @param r a positive integer, the order of the moment
   * @param step the step {@code h}
   */
  public static double relativeError(int r, double step) {
    double y = 2 * Math.PI / step;
    // sinh(πy) = e^{πy}/2 to 3·10⁻⁹ here: y ≥ π for every step allowed.
    double square = 2 * Math.PI * y * FastMath.exp(-Math.PI * y);
    for (int k = 1; k < r; k++) {
      square *= 1 + y * y / (k * (double) k);
    }
    return 2 * FastMath.sqrt(square);
  }

  public double step() {
    return step;
  }

  /**
   * Where to begin, in units of {@code 1/Z̄}: {@code ∫₀^{s₀}} of a moment of order r ≥ 2 is at most
   * {@code (s₀ Z̄)^r / r} of the whole, with Z̄ the mean of Z under the moment's own measure. So
   * this loses half the accuracy of the rule at most.
   */
  public double leftCut() {
    return FastMath.sqrt(accuracy);
  }

  /** The index of the last node at or below {@code e^u}. */
  public int indexBelow(double u) {
    return (int) Math.floor(u / step);
  }

  /** The multiple of the step that {@link #scaled} takes out of a logit. */
  public int shift(double logit) {
    return (int) Math.floor(logit / step);
  }

  /** What remains of the weight {@code e^ℓ} once the shift is taken out; in [1, e^h). */
  public double rest(double logit) {
    return FastMath.exp(logit - shift(logit) * step);
  }

  /**
   * Fills {@code t[i] = s_{first+i} · e^ℓ} for {@code i < count}, cut to [0, {@link
   * ExponentialKernel#LARGEST_ARGUMENT}].
   */
  public void scaled(int first, int shift, double rest, double[] t, int count) {
    int offset = first + shift - lowest;
    int from = Math.min(Math.max(-offset, 0), count);
    int to = Math.min(Math.max(table.length - offset, from), count);
    Arrays.fill(t, 0, from, 0);
    if (to > from) {
      System.arraycopy(table, offset + from, t, from, to - from);
    }
    Arrays.fill(t, to, count, ExponentialKernel.LARGEST_ARGUMENT);
    for (int i = 0; i < count; i++) {
      t[i] = Math.min(t[i] * rest, ExponentialKernel.LARGEST_ARGUMENT);
    }
  }
}
