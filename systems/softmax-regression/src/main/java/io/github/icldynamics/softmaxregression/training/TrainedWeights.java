package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.List;
import java.util.stream.IntStream;

/** The weights of the whole layer, put together from the columns of its queries. */
public final class TrainedWeights {
  private static final long MOST_FEATURES = 10_000;

  private TrainedWeights() {}

  /**
   * {@code S_mk = v_mᵀ Q v_k} at a flow time: with a basis V of features, {@code Q = V S Vᵀ}
   * answers new prompts.
   *
   * @param runs at least one for each group of exchangeable features, all of them reaching to tau
   * @return K × K, column k the logits of query k
   */
  public static double[][] at(TokenLaw law, List<ColumnRun> runs, double tau) {
    if (law.features() > MOST_FEATURES) {
      throw new InvalidInputException(
          "features", "must be at most 10000 to be written as a matrix, not " + law.features());
    }
    int[] groups = IntStream.range(0, (int) law.features()).map(law::groupOf).toArray();
    var layer = new LayerRun(runs);
    double[][] weights = new double[groups.length][groups.length];
    for (int own = 0; own < law.groups().size(); own++) {
      int first = (int) law.firstFeature(own);
      var logits = runFor(law, layer, first).trajectory().logitsAt(tau);
      for (int query = first; query < first + law.groups().get(own).count(); query++) {
        for (int feature = 0; feature < groups.length; feature++) {
          int index = feature == query ? own : law.groupOfOther(own, groups[feature]);
          weights[feature][query] = logits.get(index);
        }
      }
    }
    return weights;
  }

  private static ColumnRun runFor(TokenLaw law, LayerRun layer, long feature) {
    return layer
        .columnOf(law, feature)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "runs", "must include query " + feature + " or its like"));
  }
}
