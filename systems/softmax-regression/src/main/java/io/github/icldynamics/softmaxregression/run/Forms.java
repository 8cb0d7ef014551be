package io.github.icldynamics.softmaxregression.run;

import static io.github.icldynamics.record.Column.real;
import static io.github.icldynamics.record.Column.text;
import static io.github.icldynamics.record.Column.whole;

import io.github.icldynamics.record.Column;
import io.github.icldynamics.record.TableForm;

/** The tables of a run. */
public final class Forms {
  private static final Column QUERY = whole("query", "the query's feature, counted from 0");
  private static final Column TAU = real("tau", "flow time τ");
  private static final Column ITERATIONS = real("iterations", "τ/η");
  private static final Column ERROR = real("error", "prediction error L_k of the query");
  private static final Column TEST_ERROR =
      real("test_error", "prediction error on the test's population, if there is one");
  private static final Column VALUE_SCALE =
      real("value_scale", "ν, 1 unless it is given or trained");
  private static final Column GROUP =
      whole("group", "the law's groups in their order, the query's own split in place");
  private static final Column LOGIT =
      real("logit", "A_k at the query's own group, B_{k,n} at the others");
  private static final Column MEAN_ATTENTION =
      real("mean_attention", "expected attention to one member of the group");
  private static final Column DESCENT =
      real("descent", "α_k at the query's own group, β_{k,n} of one member at the others");

  /** What became of each query. */
  public static final TableForm QUERIES =
      TableForm.of(
          "queries",
          "a trained query",
          QUERY,
          text("role", "dominant, under-represented or balanced"),
          real("probability", "p_k"),
          real("log10_floor", "log₁₀ L_k*, where it is computed and finite"),
          text("outcome", "converged, stationary, budget-exhausted or stuck"),
          real("convergence_tau", "when the error first came down to its target").in("flow time"),
          real("convergence_iterations", "the same in iterations"),
          real("end_tau", "the end of its own run").in("flow time"),
          real("end_error", "prediction error there"),
          real("phase_1_end", "end of phase I; the last phase may not be over").in("flow time"),
          real("phase_2_end", "end of phase II").in("flow time"),
          real("phase_3_end", "end of phase III").in("flow time"),
          real("phase_4_end", "end of phase IV").in("flow time"),
          whole("exchangeable", "features that have the same column"),
          text("ended", "how it ended, in words"),
          real("log_floor", "ln L_k*, where it is computed; −∞ where it is 0"),
          whole("own", "the query's own group"),
          whole("competitor", "the group that competes most with it"),
          real("initial_error", "L_k at τ = 0"),
          text("floor_by", "formula, minimisation, or limit: approached by growing logits"),
          real("target_error", "the error at which the query has converged"),
          real("share_of_reducible", "what of L_k(0) − L_k* is left at the target"),
          real("end_value_scale", "ν at the end of its own run"),
          real("end_test_error", "test error there, if there is a test"),
          real("log_test_floor", "ln of the least test error"),
          real("test_convergence_tau", "when the test error first came down to its target")
              .in("flow time"));

  /** The groups of each query's column. */
  public static final TableForm GROUPS =
      TableForm.of(
          "groups",
          "a group of exchangeable features in a query's column",
          QUERY,
          GROUP,
          real("probability", "of one member"),
          whole("count", "members"),
          text("role", "query, dominant, rest; rank where there are many groups"),
          whole("rank", "by frequency, counted from 1"));

  /** The phases of each query. */
  public static final TableForm PHASES =
      TableForm.of(
          "phases",
          "a phase of a query",
          QUERY,
          text("phase", "I, II, III or IV"),
          real("from", "its begin").in("flow time"),
          real("to", "its end").in("flow time"),
          text("why", "what ends it"),
          text("threshold_weight", "the weight of the recalled threshold"),
          text("threshold_bound", "what it reaches, as a formula in K"),
          real("threshold_value", "the value of that formula"),
          real("threshold_tau", "when the weight first reaches it").in("flow time"));

  /** States that are told. */
  public static final TableForm STATES =
      TableForm.of(
          "states",
          "a group of a query at a time that was asked for, or at the end of a phase",
          QUERY,
          TAU,
          ERROR,
          TEST_ERROR,
          VALUE_SCALE,
          GROUP,
          LOGIT,
          MEAN_ATTENTION,
          DESCENT);

  /** The run. */
  public static final TableForm TRAJECTORY =
      overTime("trajectory", "a group of a query at a time of the run");

  /** The run gone on with, so that pictures do not end in the middle of the fall. */
  public static final TableForm AFTERMATH =
      overTime("aftermath", "a group of a query at a time after the end of the run");

  /** Attention, query by feature. */
  public static final TableForm ATTENTION =
      TableForm.of(
          "attention",
          "attention of a query to a feature at the start, the end of a phase, or the end",
          TAU,
          QUERY,
          whole("feature", "counted from 0"),
          MEAN_ATTENTION);

  /** The trained layer on prompts of other lengths. */
  public static final TableForm TEST_LENGTHS =
      TableForm.of(
          "test_lengths",
          "a query of the trained layer on test prompts of a length",
          QUERY,
          real("tokens", "N of the test's prompts"),
          TEST_ERROR,
          real("log_test_floor", "ln of the least error on such prompts, if it is computed"));

  /** Descent on sampled prompts beside the exact one. */
  public static final TableForm SPREAD =
      TableForm.of(
          "spread",
          "an iteration of descent on sampled prompts over several seeds",
          ITERATIONS,
          real("exact", "prediction error under exact gradient descent"),
          real("lowest", "the lowest of the seeds"),
          real("median", "the median of the seeds"),
          real("highest", "the highest of the seeds"));

  private Forms() {}

  private static TableForm overTime(String name, String sentence) {
    return TableForm.of(
        name,
        sentence,
        QUERY,
        TAU,
        ITERATIONS,
        ERROR,
        TEST_ERROR,
        VALUE_SCALE,
        GROUP,
        LOGIT,
        MEAN_ATTENTION,
        DESCENT);
  }
}
