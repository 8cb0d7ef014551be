package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.work.Workforce;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The risk by randomised quasi-Monte-Carlo: several randomisations of one set of points, averaged.
 *
 * <p>In the paper's setting every randomisation is paired with the infinite prompt over the same
 * points, whose gradient {@code ĝ} at {@code W_∞ = cΛ^{−1}} has expectation 0: the risk computed is
 * {@code L̂_N(W) − ⟨ĝ, W − W_∞⟩}, unbiased like L̂_N itself, with most of the points' error taken
 * out.
 */
public final class SampledRisk implements Risk {
  private final MixtureLaw law;
  private final WeightSpace space;
  private final Workforce workforce;
  private final List<Replicate> replicates;

  private SampledRisk(
      MixtureLaw law, WeightSpace space, Workforce workforce, List<Replicate> replicates) {
    this.law = law;
    this.space = space;
    this.workforce = workforce;
    this.replicates = replicates;
  }

  /**
   * The risk for prompts of one length.
   *
   * @param workforce who works out the replicates
   */
  public static SampledRisk of(
      MixtureLaw law,
      PromptLength promptLength,
      WeightSpace space,
      Sampling sampling,
      Workforce workforce) {
    var pieces =
        TaskPoints.all(law, promptLength, sampling, workforce).stream()
            .<Supplier<Replicate>>map(points -> () -> Replicate.of(points, space))
            .toList();
    return new SampledRisk(law, space, workforce, workforce.inOrder(pieces));
  }

  @Override
  public MixtureLaw law() {
    return law;
  }

  @Override
  public WeightSpace space() {
    return space;
  }

  @Override
  public RiskSlope slope(Vector weights) {
    return RiskSlope.mean(slopes(weights));
  }

  /** Loss and gradient of each replicate. */
  public List<RiskSlope> slopes(Vector weights) {
    return each(replicate -> replicate.slope(weights));
  }

  @Override
  public RiskCurvature curvature(Vector weights) {
    return RiskCurvature.mean(each(replicate -> replicate.curvature(weights)));
  }

  private <T> List<T> each(Function<Replicate, T> work) {
    return workforce.inOrder(
        replicates.stream().<Supplier<T>>map(replicate -> () -> work.apply(replicate)).toList());
  }

  /**
   * One randomisation.
   *
   * @param center W_∞
   * @param control ĝ; zero where the minimiser for infinite prompts is not known
   */
  private record Replicate(TaskPoints points, WeightSpace space, Vector center, Vector control) {
    static Replicate of(TaskPoints points, WeightSpace space) {
      var law = points.law();
      if (!law.isAsPublished()) {
        var none = Vector.zero(space.size(law.dimension()));
        return new Replicate(points, space, none, none);
      }
      var center = Vector.of(space.weights(SquareMatrix.diagonal(law.infinitePromptWeights())));
      var gradient = plainSlope(points.withInfinitePrompt(), space, center).gradient();
      return new Replicate(points, space, center, gradient);
    }

    private static RiskSlope plainSlope(TaskPoints points, WeightSpace space, Vector weights) {
      var sum = new RiskSum.Slope(space, points.law().dimension());
      addAll(points, space, weights, sum);
      return sum.mean(points.size());
    }

    private static void addAll(TaskPoints points, WeightSpace space, Vector weights, RiskSum sum) {
      double[] w = weights.toArray();
      var block = new CaseBlock(points, space);
      for (int i = 0; i < points.size(); i++) {
        for (int y = 0; y < points.law().classes(); y++) {
          block.add(i, y, w);
          if (block.isFull()) {
            empty(block, sum);
          }
        }
      }
      empty(block, sum);
    }

    private static void empty(CaseBlock block, RiskSum sum) {
      block.evaluate();
      for (int g = 0; g < block.groups(); g++) {
        sum.add(block, g);
      }
      block.clear();
    }

    RiskSlope slope(Vector weights) {
      return paired(plainSlope(points, space, weights), weights);
    }

    RiskCurvature curvature(Vector weights) {
      var sum = new RiskSum.Curvature(space, points.law().dimension());
      addAll(points, space, weights, sum);
      var plain = sum.mean(points.size());
      return new RiskCurvature(paired(plain.slope(), weights), plain.hessian());
    }

    private RiskSlope paired(RiskSlope plain, Vector weights) {
      double loss = plain.loss();
      for (int i = 0; i < weights.size(); i++) {
        loss -= control.get(i) * (weights.get(i) - center.get(i));
      }
      return new RiskSlope(loss, plain.gradient().plus(-1, control));
    }
  }
}
