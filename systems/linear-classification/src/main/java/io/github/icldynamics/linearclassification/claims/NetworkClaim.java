package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.law.MixtureSampler;
import io.github.icldynamics.linearclassification.network.LabelCode;
import io.github.icldynamics.linearclassification.network.LinearAttention;
import io.github.icldynamics.linearclassification.objective.WeightSpace;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import java.util.List;

/** The layer, token by token, errs as the population risk says. */
final class NetworkClaim {
  private static final int PROMPTS = 4000;
  private static final int TOKENS = 20;
  private static final int POINTS = 1024;

  private NetworkClaim() {}

  static List<Claim> all() {
    return List.of(layerErrsAsComputed());
  }

  private static Claim layerErrsAsComputed() {
    return ClaimDraft.of(
            "attention-errs-as-computed",
            Shen2025.SOURCES.proved("section 'risk'"),
            "The layer of linear attention, token by token, errs as the population risk says")
        .says(
            "The mean cross-entropy of the layer, run on prompts drawn token by token, is the risk "
                + "that is computed with the prompt's noise integrated out.")
        .formula("mean of −ln P̂_y over prompts = f L(W),   f = 1")
        .given("prompts of 20 tokens; Λ = 1 and diag(1, 2); W diagonal and not; c = 2 and 3")
        .measures(
            "the mean over 4000 prompts, a new task for each, over the exact risk (c = 3: averaged "
                + "over 16 × 1024 points), with two standard errors of the mean")
        .tolerance("0.06, about four standard errors")
        .reads("All numbers of this catalogue are about the network itself.")
        .fixes("f", 1)
        .measuredBy(NetworkClaim::measureAgreement);
  }

  private static Judgement measureAgreement(Reach reach) {
    reach.requireSamples(PROMPTS);
    var turned = SquareMatrix.of(new double[][] {{1.2, 0.3}, {-0.2, 0.6}});
    var line = ratio(Mixtures.line(2), SquareMatrix.diagonal(1.2));
    var plane = ratio(Mixtures.plane(2), turned);
    var threeClasses = ratio(Mixtures.plane(3), SquareMatrix.diagonal(1.5, 0.8));
    var indices = List.of(1, 2, 3);
    return Observations.of(
            "Sampled over computed error",
            Exhibit.Axis.linear("law, in the order of the checks"),
            Exhibit.Axis.linear("mean error/L"))
        .points("measured", indices, List.of(line.value(), plane.value(), threeClasses.value()))
        .law("as stated", indices, (stated, i) -> stated.get("f"))
        .near("mean error over L, c = 2, d = 1", line, "f", 0.06)
        .near("mean error over L, c = 2, d = 2, W not diagonal", plane, "f", 0.06)
        .near("mean error over L, c = 3, d = 2", threeClasses, "f", 0.06);
  }

  private static Quantity ratio(MixtureLaw law, SquareMatrix weights) {
    var risk = Mixtures.risk(law, PromptLength.of(TOKENS), WeightSpace.FULL, POINTS);
    double loss = risk.slope(Vector.of(WeightSpace.FULL.weights(weights))).loss();
    var code = law.classes() == 2 ? LabelCode.SIGNS : LabelCode.ONE_HOT;
    var layer = new LinearAttention(weights, code);
    var sampler = new MixtureSampler(law, 31);
    var errors = new Estimate.Accumulator();
    for (int i = 0; i < PROMPTS; i++) {
      var task = sampler.task();
      errors.add(layer.loss(sampler.prompt(task, TOKENS), sampler.query(task)));
    }
    return Mixtures.scaled(errors.estimate(1 / loss), 1);
  }
}
