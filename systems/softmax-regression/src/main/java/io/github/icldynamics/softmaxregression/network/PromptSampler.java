package io.github.icldynamics.softmaxregression.network;

import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;

/**
 * Draws whole prompts with a given query, token by token, each with a new task: w with independent
 * components, by default {@code w ~ N(0, I)}; for a covariance other than the identity, labels
 * {@code f ~ N(0, C)} on the features.
 */
public final class PromptSampler {
  private final QueryColumn column;
  private final FeatureBasis basis;
  private final int tokens;
  private final RealMatrix labelRoot;
  private final double noiseDeviation;
  private final TaskLaw tasks;
  private final RandomGenerator random;

  /**
   * @param column with groups of one member each; its prompt length at most 10⁶
   * @param basis one feature vector a group
   * @param seed equal seeds give equal prompts
   */
  public PromptSampler(QueryColumn column, FeatureBasis basis, long seed) {
    this(column, basis, new TaskLaw.Normal(0), seed);
  }

  /**
   * A sampler with other tasks than Gaussian ones.
   *
   * @param tasks the law of each component of w
   */
  public PromptSampler(QueryColumn column, FeatureBasis basis, TaskLaw tasks, long seed) {
    column.requireSingles();
    if (basis.size() != column.size()) {
      throw new InvalidInputException(
          "basis", "must have one vector for each of " + column.size() + " features");
    }
    this.column = column;
    this.basis = basis;
    this.tokens = tokens(column.promptLength());
    this.labelRoot = labelRoot(column.labels().covariance(), basis);
    this.noiseDeviation = FastMath.sqrt(column.labels().noiseVariance());
    this.tasks = tasks;
    this.random = new Well19937c(seed);
  }

  private static int tokens(PromptLength length) {
    if (length instanceof PromptLength.Finite(long tokens) && tokens <= 1_000_000) {
      return (int) tokens;
    }
    throw new InvalidInputException(
        "promptLength", "must be at most 1000000 to be written token by token, not " + length);
  }

  /** A matrix whose product with a standard Gaussian vector is distributed as the labels. */
  private static RealMatrix labelRoot(LabelModel.Covariance covariance, FeatureBasis basis) {
    return switch (covariance) {
      case LabelModel.IdentityCovariance() -> basis.matrix().transpose();
      case LabelModel.ExchangeableCovariance(double variance, double shared) ->
          exchangeable(basis.size(), variance, shared).squareRoot();
      case LabelModel.MatrixCovariance(var matrix) -> matrix.squareRoot();
    };
  }

  private static SymmetricMatrix exchangeable(int size, double variance, double shared) {
    return new SymmetricMatrix(
        SquareMatrix.of(size, (m, l) -> m == l ? shared + variance : shared));
  }

  /** The next prompt. */
  public AnsweredPrompt next() {
    double[] labels = labelRoot.operate(task(labelRoot.getColumnDimension()));
    var contexts = new ArrayList<Vector>(tokens);
    double[] given = new double[tokens];
    for (int i = 0; i < tokens; i++) {
      int feature = drawFeature();
      contexts.add(basis.vectors().get(feature));
      given[i] = labels[feature] + noiseDeviation * random.nextGaussian();
    }
    var query = basis.vectors().get(column.query());
    return new AnsweredPrompt(
        new Prompt(contexts, Vector.of(given), query), labels[column.query()]);
  }

  /** The next so many prompts. */
  public PromptBatch next(int prompts) {
    return new PromptBatch(Stream.generate(this::next).limit(prompts).toList());
  }

  private double[] task(int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = tasks.component(random);
    }
    return values;
  }

  private int drawFeature() {
    double left = random.nextDouble();
    int feature = 0;
    while (feature < column.size() - 1 && left >= column.probability(feature)) {
      left -= column.probability(feature);
      feature++;
    }
    return feature;
  }
}
