package io.github.icldynamics.linearclassification.law;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;

/** Draws tasks, prompts and queries token by token. */
public final class MixtureSampler {
  /** Longer prompts are not written out. */
  public static final int MOST_TOKENS = 1_000_000;

  private final MixtureLaw law;
  private final PrincipalAxes axes;
  private final RandomGenerator random;

  /**
   * A sampler.
   *
   * @param seed equal seeds give equal draws
   */
  public MixtureSampler(MixtureLaw law, long seed) {
    this.law = law;
    this.axes = law.axes();
    this.random = new Well19937c(seed);
  }

  /** The next task. */
  public MixtureTask task() {
    var means = new ArrayList<Vector>();
    means.add(gaussian());
    for (int j = 1; j < law.classes(); j++) {
      means.add(law.means() == MeanLaw.INDEPENDENT ? gaussian() : rotated(norm(means.get(0))));
    }
    return new MixtureTask(law, means);
  }

  private Vector gaussian() {
    double[] values = new double[law.dimension()];
    for (int k = 0; k < values.length; k++) {
      values[k] = random.nextGaussian();
    }
    return Vector.of(values);
  }

  /** {@code |Λ^{−1/2} μ|}. */
  private double norm(Vector mean) {
    double sum = 0;
    var inAxes = axes.basis().transpose().times(mean);
    for (int k = 0; k < inAxes.size(); k++) {
      sum += inAxes.get(k) * inAxes.get(k) / axes.variances().get(k);
    }
    return FastMath.sqrt(sum);
  }

  /** {@code Λ^{1/2} r u} for a direction u drawn uniformly. */
  private Vector rotated(double radius) {
    var direction = gaussian();
    return deviate(direction, radius / FastMath.sqrt(direction.dot(direction)));
  }

  /** {@code scale Λ^{1/2} g}, g in the axes of Λ. */
  private Vector deviate(Vector g, double scale) {
    double[] scaled = new double[g.size()];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = scale * FastMath.sqrt(axes.variances().get(k)) * g.get(k);
    }
    return axes.basis().times(Vector.of(scaled));
  }

  /**
   * A prompt of a task.
   *
   * @param tokens N, from 1 to {@value #MOST_TOKENS}
   */
  public LabelledPrompt prompt(MixtureTask task, int tokens) {
    if (tokens < 1 || tokens > MOST_TOKENS) {
      throw new InvalidInputException(
          "promptLength", "must be from 1 to 1000000 to be written token by token, not " + tokens);
    }
    var drawn = new ArrayList<Vector>(tokens);
    var labels = new ArrayList<Integer>(tokens);
    for (int i = 0; i < tokens; i++) {
      var next = query(task);
      drawn.add(next.token());
      labels.add(next.label());
    }
    return new LabelledPrompt(law.classes(), drawn, labels);
  }

  /** A query of a task: a token like those of its prompts. */
  public ClassifiedQuery query(MixtureTask task) {
    int label = label();
    return new ClassifiedQuery(task.means().get(label).plus(1, deviate(gaussian(), 1)), label);
  }

  private int label() {
    double left = random.nextDouble();
    int label = 0;
    while (label < law.classes() - 1 && left >= law.priors().get(label)) {
      left -= law.priors().get(label);
      label++;
    }
    return label;
  }

  /** So many queries of a task. */
  public List<ClassifiedQuery> queries(MixtureTask task, int count) {
    return IntStream.range(0, count).mapToObj(_ -> query(task)).toList();
  }
}
