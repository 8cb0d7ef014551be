package io.github.icldynamics.claims.shen2025;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Quantity;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.classification.LabelCode;
import io.github.icldynamics.classification.LinearAttention;
import io.github.icldynamics.classification.MixtureLaw;
import io.github.icldynamics.classification.MixtureSampler;
import io.github.icldynamics.classification.WeightSpace;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.Estimate;
import io.github.icldynamics.prompt.PromptLength;
import java.util.ArrayList;
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
        .decidedBy(NetworkClaim::measureAgreement);
  }

  private static Evidence measureAgreement(Constants constants, Reach reach) {
    reach.requireSamples(PROMPTS);
    var ratios =
        List.of(
            ratio(Mixtures.line(2), SquareMatrix.diagonal(1.2)),
            ratio(Mixtures.plane(2), SquareMatrix.of(new double[][] {{1.2, 0.3}, {-0.2, 0.6}})),
            ratio(Mixtures.plane(3), SquareMatrix.diagonal(1.5, 0.8)));
    var titles = List.of("c = 2, d = 1", "c = 2, d = 2, W not diagonal", "c = 3, d = 2");
    var checks = new ArrayList<Check>();
    for (int i = 0; i < ratios.size(); i++) {
      checks.add(
          Check.near(
              "mean error over L, " + titles.get(i), ratios.get(i), constants.get("f"), 0.06));
    }
    var indices = List.of(1, 2, 3);
    return Evidence.of(
        Picture.of(
                "Sampled over computed error",
                Exhibit.Axis.linear("law, in the order of the checks"),
                Exhibit.Axis.linear("mean error/L"))
            .points("measured", indices, ratios.stream().map(Quantity::value).toList())
            .law("as stated", indices, i -> constants.get("f"))
            .exhibit(),
        checks);
  }

  private static Quantity ratio(MixtureLaw law, SquareMatrix weights) {
    var risk = Mixtures.risk(law, PromptLength.of(TOKENS), WeightSpace.FULL, POINTS);
    double loss = risk.slope(Vector.of(WeightSpace.FULL.weights(weights))).loss();
    var layer = new LinearAttention(weights, code(law));
    var sampler = new MixtureSampler(law, 31);
    var errors = new Estimate.Accumulator();
    for (int i = 0; i < PROMPTS; i++) {
      var task = sampler.task();
      errors.add(layer.loss(sampler.prompt(task, TOKENS), sampler.query(task)));
    }
    return Mixtures.scaled(errors.estimate(1 / loss), 1);
  }

  private static LabelCode code(MixtureLaw law) {
    return law.classes() == 2 ? LabelCode.SIGNS : LabelCode.ONE_HOT;
  }
}
