package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.law.MixtureSampler;
import io.github.icldynamics.linearclassification.network.LabelCode;
import io.github.icldynamics.linearclassification.network.LinearAttention;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The sampled risk against the network on whole prompts, written out token by token. */
class TokenLevelRiskTest {
  private static final long SEED = 21;

  private static final int PROMPTS = 20_000;

  private static final Sampling SAMPLING = new Sampling(256, 24, SEED);

  private static final MixtureLaw CORRELATED_PAIR = correlated(2);

  private static MixtureLaw correlated(int classes) {
    return MixtureLaw.of(
        classes, SymmetricMatrix.of(new double[][] {{1, 0.5, 0}, {0.5, 0.8, 0.1}, {0, 0.1, 1.5}}));
  }

  /** Within 4 standard errors of the difference, for the loss and each entry of the gradient. */
  private static void assertAgree(MixtureLaw law, int tokens, LabelCode code) {
    var weights = Mixtures.randomWeights(new Random(SEED), WeightSpace.FULL, law.dimension());
    var risk = Mixtures.sampled(law, PromptLength.of(tokens), WeightSpace.FULL, SAMPLING);
    var slopes = risk.slopes(weights);
    var network = network(law, weights, tokens, code);
    String message = law + ", N = " + tokens + ", W = " + weights + ", seed " + SEED;
    Mixtures.assertWithinError(
        0,
        difference(
            Mixtures.estimate(network, RiskSlope::loss),
            Mixtures.estimate(slopes, RiskSlope::loss)),
        message + ", loss");
    for (int i = 0; i < weights.size(); i++) {
      int index = i;
      Mixtures.assertWithinError(
          0,
          difference(
              Mixtures.estimate(network, slope -> slope.gradient().get(index)),
              Mixtures.estimate(slopes, slope -> slope.gradient().get(index))),
          message + ", gradient " + i);
    }
  }

  private static Estimate difference(Estimate a, Estimate b) {
    return new Estimate(a.mean() - b.mean(), Math.hypot(a.standardError(), b.standardError()));
  }

  /** Loss and gradient in the axes of Λ for each of many prompts. */
  private static List<RiskSlope> network(
      MixtureLaw law, Vector weights, int tokens, LabelCode code) {
    var axes = law.axes();
    var matrix = axes.toOriginal(WeightSpace.FULL.matrix(weights.toArray()));
    var attention = new LinearAttention(matrix, code);
    var sampler = new MixtureSampler(law, SEED);
    var slopes = new ArrayList<RiskSlope>();
    for (int i = 0; i < PROMPTS; i++) {
      var task = sampler.task();
      var prompt = sampler.prompt(task, tokens);
      var query = sampler.query(task);
      var gradient = axes.fromOriginal(attention.gradient(prompt, query));
      slopes.add(
          new RiskSlope(
              attention.loss(prompt, query), Vector.of(WeightSpace.FULL.weights(gradient))));
    }
    return slopes;
  }

  @Test
  void agreesForTwoClassesToldBySigns() {
    assertAgree(CORRELATED_PAIR, 6, LabelCode.SIGNS);
    assertAgree(MixtureLaw.diagonal(2, 0.6), 11, LabelCode.SIGNS);
  }

  @Test
  void agreesForThreeClasses() {
    assertAgree(correlated(3), 6, LabelCode.ONE_HOT);
    assertAgree(MixtureLaw.diagonal(3, 0.6, 1.4), 20, LabelCode.ONE_HOT);
  }

  /** A prompt of one token leaves all classes but one without any. */
  @Test
  void agreesWhereClassesHaveNoTokens() {
    assertAgree(CORRELATED_PAIR, 1, LabelCode.ONE_HOT);
    assertAgree(MixtureLaw.diagonal(3, 0.6, 1.4), 1, LabelCode.ONE_HOT);
    assertAgree(MixtureLaw.diagonal(3, 0.6, 1.4), 2, LabelCode.ONE_HOT);
    assertAgree(MixtureLaw.diagonal(6, 1), 3, LabelCode.ONE_HOT);
  }

  @Test
  void agreesForUnequalPriors() {
    assertAgree(CORRELATED_PAIR.withPriors(Vector.of(0.2, 0.8)), 5, LabelCode.SIGNS);
    assertAgree(correlated(4).withPriors(Mixtures.unequalPriors(4)), 8, LabelCode.ONE_HOT);
  }

  @Test
  void agreesForIndependentMeans() {
    assertAgree(CORRELATED_PAIR.withMeans(MeanLaw.INDEPENDENT), 5, LabelCode.SIGNS);
    var three = correlated(3).withMeans(MeanLaw.INDEPENDENT);
    assertAgree(three, 5, LabelCode.ONE_HOT);
    assertAgree(three.withPriors(Mixtures.unequalPriors(3)), 1, LabelCode.ONE_HOT);
  }
}
