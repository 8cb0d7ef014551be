package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Notebook;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.objective.ExactRisk;
import io.github.icldynamics.linearclassification.objective.InferenceError;
import io.github.icldynamics.linearclassification.objective.LongPromptLimit;
import io.github.icldynamics.linearclassification.objective.MinimiserEstimate;
import io.github.icldynamics.linearclassification.objective.Risk;
import io.github.icldynamics.linearclassification.objective.SampledRisk;
import io.github.icldynamics.linearclassification.objective.Sampling;
import io.github.icldynamics.linearclassification.objective.WeightSpace;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import io.github.icldynamics.work.Workforce;
import java.util.List;
import java.util.stream.LongStream;
import org.hipparchus.util.FastMath;

/** The laws, risks and errors that inquiries look at. */
final class Mixtures {
  /** A claim is one piece of work: several claims are done at once. */
  static final Workforce WORKFORCE = Workforce.alone();

  /** Randomisations, enough for a standard error that is itself good to a fifth. */
  private static final int REPLICATES = 16;

  private static final int POINTS = 2048;
  private static final long SEED = 5;
  private static final double MINIMISER_ACCURACY = 0.01;

  private Mixtures() {}

  /** Λ = 1 in one dimension. */
  static MixtureLaw line(int classes) {
    return MixtureLaw.diagonal(classes, 1);
  }

  /** Λ = diag(1, 2) in two. */
  static MixtureLaw plane(int classes) {
    return MixtureLaw.diagonal(classes, 1, 2);
  }

  /** The two laws that the exact rule covers. */
  static List<MixtureLaw> exact() {
    return List.of(line(2), plane(2));
  }

  /** What the law is, for the name of a check. */
  static String title(MixtureLaw law) {
    return "c = " + law.classes() + ", d = " + law.dimension();
  }

  /** Points over which a risk, a limit or an error is averaged. */
  static Sampling sampling(int points, Reach reach) {
    return new Sampling(reach.requireSamples(points), REPLICATES, SEED);
  }

  /** Sixteen times as many randomisations, for what is rare or has to be known well. */
  static Sampling manyPoints(Reach reach) {
    return new Sampling(reach.requireSamples(POINTS), 16 * REPLICATES, SEED);
  }

  /** A prompt length that has to be within reach. */
  static PromptLength promptLength(long tokens, Reach reach) {
    reach.requireSize("N", tokens);
    return PromptLength.of(tokens);
  }

  /** 10^first, …, 10^last tokens. */
  static List<Long> decades(int first, int last, Reach reach) {
    var tokens =
        LongStream.rangeClosed(first, last)
            .map(exponent -> (long) FastMath.rint(FastMath.pow(10, (double) exponent)))
            .boxed()
            .toList();
    reach.requireSize("N", tokens.getLast());
    return tokens;
  }

  /** The risk, exact where that is possible, else over few points: it is convex all the same. */
  static Risk risk(MixtureLaw law, PromptLength length, WeightSpace space, int points) {
    return ExactRisk.covers(law)
        ? ExactRisk.of(law, length, space, WORKFORCE)
        : SampledRisk.of(law, length, space, new Sampling(points, REPLICATES, SEED), WORKFORCE);
  }

  /** W* for prompts of N tokens. */
  static MinimiserEstimate minimiser(MixtureLaw law, long tokens, Reach reach) {
    return reach.notebook().answer(new Minimiser(law, promptLength(tokens, reach)));
  }

  private record Minimiser(MixtureLaw law, PromptLength length)
      implements Notebook.Question<MinimiserEstimate> {
    @Override
    public MinimiserEstimate answer() {
      return MinimiserEstimate.of(law, length, MINIMISER_ACCURACY, SEED, WORKFORCE);
    }
  }

  /** What deviations and errors come to for long prompts. */
  static LongPromptLimit longPrompts(MixtureLaw law, int points, Reach reach) {
    return reach.notebook().answer(new LongPrompts(law, sampling(points, reach)));
  }

  private record LongPrompts(MixtureLaw law, Sampling sampling)
      implements Notebook.Question<LongPromptLimit> {
    @Override
    public LongPromptLimit answer() {
      return LongPromptLimit.of(law, sampling, WORKFORCE);
    }
  }

  /** How far the answers with given weights are from Bayes's. */
  static InferenceError error(
      SquareMatrix weights, MixtureLaw law, PromptLength length, Reach reach) {
    return errors(List.of(weights), law, length, reach).getFirst();
  }

  /** The same of several layers. */
  static List<InferenceError> errors(
      List<SquareMatrix> layers, MixtureLaw law, PromptLength length, Reach reach) {
    return InferenceError.ofEach(layers, law, length, sampling(POINTS, reach), WORKFORCE);
  }

  /** The same of the layer trained on infinite prompts, asked with prompts of M tokens. */
  static List<InferenceError> testErrors(
      MixtureLaw law, List<Long> tokens, Sampling sampling, Reach reach) {
    var weights = law.infinitePromptMinimiser();
    return tokens.stream()
        .map(m -> promptLength(m, reach))
        .map(length -> InferenceError.of(weights, law, length, sampling, WORKFORCE))
        .toList();
  }

  /** An estimate with an interval of two standard errors, multiplied by a number. */
  static Quantity scaled(Estimate estimate, double factor) {
    return new Quantity(
        factor * estimate.mean(), 2 * FastMath.abs(factor) * estimate.standardError());
  }

  /** The exponent of a power law through two estimates, with an interval of two standard errors. */
  static Quantity exponent(double x1, Estimate y1, double x2, Estimate y2) {
    double span = FastMath.log(x2 / x1);
    double error = FastMath.hypot(y1.standardError() / y1.mean(), y2.standardError() / y2.mean());
    return new Quantity(FastMath.log(FastMath.abs(y2.mean() / y1.mean())) / span, 2 * error / span);
  }

  static Exhibit.Axis tokens(String symbol) {
    return Exhibit.Axis.log("tokens " + symbol);
  }
}
