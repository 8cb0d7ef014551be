package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.network.FeatureBasis;
import io.github.icldynamics.softmaxregression.network.SoftmaxAttention;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.TrainedWeights;
import io.github.icldynamics.softmaxregression.training.Until;
import java.util.stream.Stream;

/** The layer that is trained on one law and then asked about tasks and prompts it has not seen. */
final class Pupil {
  static final int FEATURES = 8;
  static final int TOKENS = 400;
  static final double EPSILON = 0.005;

  private Pupil() {}

  /** The law that everything here is trained on. */
  static TokenLaw law() {
    return TokenLaw.imbalanced(FEATURES, 0.5);
  }

  static ColumnRun trained(long query, Reach reach) {
    var run = Runs.train(law(), PromptLength.of(TOKENS), query, EPSILON, reach);
    Runs.convergence(run);
    return run;
  }

  /** The layer after the time that its slowest query needs. */
  static SoftmaxAttention layer(FeatureBasis basis, Reach reach) {
    double end = Runs.convergence(trained(Runs.UNDER_REPRESENTED, reach));
    var plan = Runs.plan(law(), PromptLength.of(TOKENS), EPSILON, new Until.AtTime(end));
    var columns = Stream.of(0L, Runs.UNDER_REPRESENTED).map(k -> ColumnRun.train(plan, k)).toList();
    return SoftmaxAttention.of(basis.embedLogits(TrainedWeights.at(law(), columns, end)));
  }
}
