package io.github.icldynamics.lab.run;

import io.github.icldynamics.analysis.ColumnState;

/**
 * One moment of a column, as far as it is kept of a large run.
 *
 * @param tau flow time
 * @param error prediction error L_k
 * @param own the query's own group
 * @param competitor the group that competes most with the query
 */
public record SampledState(double tau, double error, Group own, Group competitor) {
  /**
   * One group at this moment.
   *
   * @param logit A_k at the query's own group, B_{k,n} at another
   * @param meanAttention E Attn of one member
   * @param descent α_k at the query's own group, β_{k,n} at another
   */
  public record Group(double logit, double meanAttention, double descent) {
    static Group of(ColumnState state, int group) {
      return new Group(
          state.logits().get(group),
          state.value().meanAttention().get(group),
          state.value().descent().get(group));
    }
  }

  static SampledState of(ColumnState state, int own, int competitor) {
    return new SampledState(
        state.tau(), state.value().loss(), Group.of(state, own), Group.of(state, competitor));
  }
}
