package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import io.github.icldynamics.work.Workforce;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/**
 * The minimiser W* of the population risk, which is diagonal in the axes of Λ, with its error.
 *
 * @param law of the tasks
 * @param promptLength N
 * @param weights W* in the axes of Λ, d numbers
 * @param weightErrors their standard errors; where nothing was sampled, those of quadrature, or 0
 *     if they are below 10⁻¹⁰ of the weight
 * @param at loss and gradient there; the Hessian, where sampled, over the first points
 * @param standardError of the entries of W* in the original axes; zero where nothing was sampled
 * @param loss the least risk
 * @param points over which it was averaged; 0 where nothing was sampled
 */
public record MinimiserEstimate(
    MixtureLaw law,
    PromptLength promptLength,
    Vector weights,
    Vector weightErrors,
    RiskCurvature at,
    SquareMatrix standardError,
    Estimate loss,
    long points) {
  /** Randomisations, enough for a standard error that is itself good to a fifth. */
  static final int REPLICATES = 16;

  /** What a weight that is called exact is good to, relative to it. */
  private static final double EXACT = 1e-10;

  /** The error of what is not sampled need not be known where so much is asked for. */
  private static final double COARSE = 0.01;

  private static final int FIRST_POINTS = 1 << 9;
  private static final int FEWEST_POINTS = 1 << 4;

  /** Cases in one evaluation that are still affordable: seconds, and some hundred megabytes. */
  private static final long MOST_CASES = 1L << 24;

  /** Entries added up in one Hessian that are still affordable: a second or two. */
  private static final long MOST_HESSIAN_ENTRIES = 1L << 28;

  /** The first points take about this part of what is affordable, or less. */
  private static final long FIRST_SHARE = 8;

  private static final int MORE_FIRST_POINTS = 8;

  /** Measured: better than ½, as the points are even, and less than 1, as there are many axes. */
  private static final double POWER_OF_ERROR = 0.6;

  /** Fewer points are tried first, for a good start and a first idea of the error. */
  private static final int LARGEST_GROWTH = 64;

  private static final int SMALLEST_GROWTH = 2;

  /** Steps with the Hessian of the points before; each is some hundred times shorter. */
  private static final int CORRECTIONS = 2;

  /** Steps that do not become shorter so fast do not lead to the minimum. */
  private static final double CONTRACTION = 0.25;

  /**
   * Finds it; over ever more points, until the relative standard error of every weight is small
   * enough or the points are as many as is affordable.
   *
   * @param standardError wanted, relative to the weight
   * @throws InvalidInputException if no affordable number of points shows a minimum
   */
  public static MinimiserEstimate of(
      MixtureLaw law,
      PromptLength promptLength,
      double standardError,
      long seed,
      Workforce workforce) {
    if (ExactRisk.covers(law)) {
      var risk = ExactRisk.of(law, promptLength, WeightSpace.DIAGONAL, workforce);
      return exact(RiskMinimum.of(risk), risk, promptLength, standardError);
    }
    var estimate = first(law, promptLength, seed, workforce);
    int points = (int) (estimate.points / REPLICATES);
    int growth = LARGEST_GROWTH;
    while (estimate.relativeError() > standardError && isAffordable(law, 2L * points)) {
      int more = morePoints(law, points, estimate.relativeError() / standardError, growth);
      var risk = risk(law, promptLength, more, seed, workforce);
      var corrected = corrected(risk, estimate.weights, estimate.at);
      if (corrected.isPresent()) {
        estimate = sampled(risk, corrected.get(), estimate.at, promptLength, more);
      } else if (growth > SMALLEST_GROWTH) {
        // The Hessian over half as many points is nearer.
        growth = SMALLEST_GROWTH;
        continue;
      } else if (isAffordableAnew(law, more)) {
        estimate = anew(risk, estimate, more);
      } else {
        break;
      }
      points = more;
    }
    return estimate;
  }

  /** Over few points, or over more of them if the few have no minimum. */
  private static MinimiserEstimate first(
      MixtureLaw law, PromptLength promptLength, long seed, Workforce workforce) {
    for (int points = firstPoints(law); ; points *= MORE_FIRST_POINTS) {
      try {
        var risk = risk(law, promptLength, points, seed, workforce);
        var minimum = RiskMinimum.of(risk);
        return sampled(risk, minimum.weights(), minimum.at(), promptLength, points);
      } catch (InvalidInputException e) {
        if (points > FIRST_POINTS || !isAffordable(law, (long) MORE_FIRST_POINTS * points)) {
          throw e;
        }
      }
    }
  }

  private static SampledRisk risk(
      MixtureLaw law, PromptLength promptLength, int points, long seed, Workforce workforce) {
    var sampling = new Sampling(points, REPLICATES, seed);
    return SampledRisk.of(law, promptLength, WeightSpace.DIAGONAL, sampling, workforce);
  }

  private static int firstPoints(MixtureLaw law) {
    int points = FIRST_POINTS;
    while (points > FEWEST_POINTS && !isAffordableAnew(law, FIRST_SHARE * points)) {
      points /= 2;
    }
    return points;
  }

  /** As many as bring the error down if it falls as their number to this power. */
  private static int morePoints(MixtureLaw law, int points, double excess, int mostGrowth) {
    int more = SMALLEST_GROWTH * points;
    double growth = FastMath.pow(excess, 1 / POWER_OF_ERROR);
    double wanted = points * FastMath.min(growth, mostGrowth);
    while (more < wanted && isAffordable(law, 2L * more)) {
      more *= 2;
    }
    return more;
  }

  private static boolean isAffordable(MixtureLaw law, long points) {
    return cases(law, points) <= MOST_CASES && Sampling.fits(law, points * REPLICATES);
  }

  /** Whether Hessians over so many points are, too, some ten of them. */
  private static boolean isAffordableAnew(MixtureLaw law, long points) {
    long entries = (long) law.dimension() * law.dimension();
    return isAffordable(law, points) && cases(law, points) * entries <= MOST_HESSIAN_ENTRIES;
  }

  private static long cases(MixtureLaw law, long points) {
    long classes = law.classes();
    return points * REPLICATES * classes * (classes == 2 ? 2 : 2 * classes);
  }

  /**
   * The minimum over more points by the Hessian over few, which is as good where both are known to
   * far better than a step needs; empty where they are not, as hardly any of the few points lies
   * between the classes.
   */
  private static Optional<Vector> corrected(SampledRisk risk, Vector weights, RiskCurvature few) {
    var corrected = weights;
    double length = weights.maximumNorm();
    for (int i = 0; i < CORRECTIONS; i++) {
      var step = RiskMinimum.solve(few, risk.slope(corrected).gradient());
      if (!(step.maximumNorm() <= CONTRACTION * length)) {
        return Optional.empty();
      }
      length = step.maximumNorm();
      corrected = corrected.plus(-1, step);
    }
    return Optional.of(corrected);
  }

  private static MinimiserEstimate anew(SampledRisk risk, MinimiserEstimate before, int points) {
    var minimum = RiskMinimum.from(before.weights, risk);
    return sampled(risk, minimum.weights(), minimum.at(), before.promptLength, points);
  }

  /**
   * Not sampled, and told without an error where a finer rule gives the same to ten digits; else
   * the error is the Newton step that the finer rule would take, by which the minimum is corrected.
   */
  private static MinimiserEstimate exact(
      RiskMinimum minimum, ExactRisk risk, PromptLength promptLength, double wanted) {
    double[] none = new double[risk.size()];
    double loss = minimum.at().slope().loss();
    if (wanted > COARSE) {
      return exact(minimum, risk, promptLength, Vector.of(none), new Estimate(loss, 0));
    }
    var finer = risk.refined().slope(minimum.weights());
    var step = RiskMinimum.solve(minimum.at(), finer.gradient());
    boolean isExact = true;
    for (int k = 0; k < none.length; k++) {
      isExact &= FastMath.abs(step.get(k)) <= EXACT * FastMath.abs(minimum.weights().get(k));
    }
    return isExact
        ? exact(minimum, risk, promptLength, Vector.of(none), new Estimate(loss, 0))
        : exact(
            new RiskMinimum(minimum.weights().plus(-1, step), minimum.at(), minimum.iterations()),
            risk,
            promptLength,
            Vector.of(Arrays.stream(step.toArray()).map(FastMath::abs).toArray()),
            new Estimate(finer.loss(), FastMath.abs(finer.loss() - loss)));
  }

  private static MinimiserEstimate exact(
      RiskMinimum minimum,
      ExactRisk risk,
      PromptLength promptLength,
      Vector errors,
      Estimate loss) {
    var law = risk.law();
    return new MinimiserEstimate(
        law,
        promptLength,
        minimum.weights(),
        errors,
        minimum.at(),
        absolute(law.axes().toOriginal(SquareMatrix.diagonal(errors.toArray()))),
        loss,
        0);
  }

  private static SquareMatrix absolute(SquareMatrix matrix) {
    return SquareMatrix.of(matrix.size(), (i, j) -> FastMath.abs(matrix.get(i, j)));
  }

  /** {@code −H^{−1} g} of each replicate is by how much its own minimiser differs. */
  private static MinimiserEstimate sampled(
      SampledRisk risk, Vector weights, RiskCurvature at, PromptLength promptLength, int points) {
    var law = risk.law();
    var slopes = risk.slopes(weights);
    var onAxes =
        slopes.stream()
            .map(slope -> RiskMinimum.solve(at, slope.gradient()))
            .map(deviation -> SquareMatrix.diagonal(deviation.toArray()))
            .toList();
    return new MinimiserEstimate(
        law,
        promptLength,
        weights,
        Vector.of(WeightSpace.DIAGONAL.weights(standardErrors(onAxes))),
        new RiskCurvature(RiskSlope.mean(slopes), at.hessian()),
        standardErrors(onAxes.stream().map(law.axes()::toOriginal).toList()),
        Estimate.of(slopes, RiskSlope::loss),
        (long) points * REPLICATES);
  }

  private static SquareMatrix standardErrors(List<SquareMatrix> deviations) {
    return SquareMatrix.of(
        deviations.get(0).size(),
        (i, j) -> Estimate.of(deviations, each -> each.get(i, j)).standardError());
  }

  /** W* in the original axes, d × d. */
  public SquareMatrix minimiser() {
    return law.axes().toOriginal(SquareMatrix.diagonal(weights.toArray()));
  }

  /** The largest standard error of a weight, relative to it. */
  public double relativeError() {
    double largest = 0;
    for (int i = 0; i < law.dimension(); i++) {
      largest = FastMath.max(largest, weightErrors.get(i) / FastMath.abs(weights.get(i)));
    }
    return largest;
  }

  /** G of {@code W* = c(Λ^{−1} + G)}, d × d. */
  public SquareMatrix deviation() {
    return minimiser()
        .combined(1.0 / law.classes(), -1.0 / law.classes(), law.infinitePromptMinimiser());
  }
}
