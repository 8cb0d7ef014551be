package io.github.icldynamics.analysis;

import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.List;

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
    int features = (int) law.features();
    double[][] weights = new double[features][features];
    for (int query = 0; query < features; query++) {
      var logits = runFor(law, runs, query).trajectory().logitsAt(tau);
      for (int feature = 0; feature < features; feature++) {
        weights[feature][query] = logits.get(law.groupInColumn(query, feature));
      }
    }
    return weights;
  }

  private static ColumnRun runFor(TokenLaw law, List<ColumnRun> runs, long query) {
    return runs.stream()
        .filter(run -> law.groupOf(run.query()) == law.groupOf(query))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException("runs", "must include query " + query + " or its like"));
  }
}
