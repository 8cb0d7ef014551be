package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Quantity;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.claims.Undecided;
import io.github.icldynamics.network.AnsweredPrompt;
import io.github.icldynamics.network.FeatureBasis;
import io.github.icldynamics.network.PromptSampler;
import io.github.icldynamics.network.SoftmaxAttention;
import io.github.icldynamics.network.TaskLaw;
import io.github.icldynamics.population.Estimate;
import io.github.icldynamics.prompt.BinomialInterval;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** What the trained layer does with new tasks, token by token. */
final class TaskClaims {
  private static final int DIMENSION = 12;
  private static final List<TaskLaw> TASKS =
      List.of(
          new TaskLaw.Normal(0),
          new TaskLaw.Normal(5),
          new TaskLaw.Signs(),
          new TaskLaw.Sparse(0.2),
          new TaskLaw.StudentT(3),
          new TaskLaw.StudentT(1));

  private TaskClaims() {}

  static List<Claim> all() {
    return List.of(unseenTasks(), networkAgrees());
  }

  private static int prompts(Reach reach) {
    int prompts = Math.min(600, reach.samples());
    if (prompts < 200) {
      throw Undecided.tooShort("needs at least 200 prompts of each kind");
    }
    return prompts;
  }

  private static PromptSampler sampler(
      TokenLaw law, int tokens, FeatureBasis basis, TaskLaw tasks, long seed) {
    var column =
        law.listedSingly()
            .column(Runs.UNDER_REPRESENTED, PromptLength.of(tokens), LabelModel.linear());
    return new PromptSampler(column, basis, tasks, seed);
  }

  private static Claim unseenTasks() {
    return ClaimDraft.of(
            "unseen-tasks",
            Huang2024.SOURCES.paper("abstract; in-context ability"),
            "The trained layer answers any new task, heavy-tailed and shifted ones too")
        .says(
            "With the trained Q a prompt of any task w, seen or unseen, is answered well: the "
                + "error is a small share of the spread of w over the features, whatever law w "
                + "comes from.")
        .formula(
            "P((ŷ − ⟨w, v_k⟩)² ≤ Cε max_m ⟨w, v_m − v_k⟩²) ≥ q after T_k(ε),   C = 4, q = 0.95")
        .given("imbalanced law, K = 8, p₁ = ½; prompts of 400 tokens; ε = 0.005")
        .measures(
            "share of prompts, 600 a task law, that the layer answers within the bound, token by "
                + "token: Gaussian, Gaussian with mean 5, random signs, sparse, Student's t "
                + "with 3 degrees, Cauchy; under-represented query; 95% Clopper–Pearson "
                + "interval")
        .tolerance("none: the interval has to lie above q")
        .reads("What is learned is to look at the right tokens; no property of the tasks enters.")
        .fixes("C", 4)
        .fixes("q", 0.95)
        .decidedBy(TaskClaims::measureUnseenTasks);
  }

  private static Evidence measureUnseenTasks(Constants constants, Reach reach) {
    int prompts = prompts(reach);
    var basis = FeatureBasis.random(Pupil.FEATURES, DIMENSION, 11);
    var layer = Pupil.layer(basis, reach);
    double bound = constants.get("C") * Pupil.EPSILON;
    var indices = new ArrayList<Integer>();
    var shares = new ArrayList<Double>();
    var checks = new ArrayList<Check>();
    for (var tasks : TASKS) {
      var sampler = sampler(Pupil.law(), Pupil.TOKENS, basis, tasks, 23);
      int good = 0;
      for (int i = 0; i < prompts; i++) {
        good += relativeSquare(layer, sampler.next()) <= bound ? 1 : 0;
      }
      double share = (double) good / prompts;
      checks.add(
          Check.atLeast(
              "share answered within the bound, " + tasks.title(),
              new Quantity(share, BinomialInterval.of(good, prompts).reachFrom(share)),
              constants.get("q")));
      indices.add(indices.size() + 1);
      shares.add(share);
    }
    return Evidence.of(
        Picture.of(
                "Tasks of other laws, in the order of the checks",
                Exhibit.Axis.linear("task law"),
                Exhibit.Axis.linear("share of prompts within the bound"))
            .points("measured", indices, shares)
            .law("as stated", indices, i -> constants.get("q"))
            .exhibit(),
        checks);
  }

  /** Squared error over the largest squared difference of labels to the answer. */
  private static double relativeSquare(SoftmaxAttention layer, AnsweredPrompt answered) {
    var prompt = answered.prompt();
    double error = layer.predict(prompt) - answered.answer();
    double spread = 0;
    for (int i = 0; i < prompt.labels().size(); i++) {
      spread = FastMath.max(spread, FastMath.abs(prompt.labels().get(i) - answered.answer()));
    }
    return spread == 0 ? 0 : error * error / (spread * spread);
  }

  private static Claim networkAgrees() {
    return ClaimDraft.of(
            "layer-errs-as-computed",
            Huang2024.METHOD,
            "The trained layer, token by token, errs as the population loss says")
        .says(
            "The mean error of the trained layer on new prompts is the exact L_k of its logits, "
                + "for prompts of the law it was trained on.")
        .formula("mean of ½(ŷ − ⟨w, v_k⟩)² over new prompts = f L_k,   f = 1")
        .given("imbalanced law, K = 8, p₁ = ½; prompts of 400 tokens; Gaussian and sign tasks")
        .measures(
            "the mean over 600 prompts a task law, over L_k, with an interval of 2 standard "
                + "errors; under-represented query (sign tasks have the same second moments)")
        .tolerance("0.25, about 4 standard errors of the mean")
        .reads("The exact curve is the network's, not an idealisation's.")
        .fixes("f", 1)
        .decidedBy(TaskClaims::measureAgreement);
  }

  private static Evidence measureAgreement(Constants constants, Reach reach) {
    int prompts = prompts(reach);
    var basis = FeatureBasis.random(Pupil.FEATURES, DIMENSION, 11);
    var layer = Pupil.layer(basis, reach);
    var run = Pupil.trained(Runs.UNDER_REPRESENTED, reach);
    double loss = run.stateAt(Runs.convergence(run)).value().loss();
    var indices = new ArrayList<Integer>();
    var ratios = new ArrayList<Double>();
    var checks = new ArrayList<Check>();
    for (var tasks : List.of(new TaskLaw.Normal(0), new TaskLaw.Signs())) {
      var sampler = sampler(Pupil.law(), Pupil.TOKENS, basis, tasks, 29);
      var errors = new Estimate.Accumulator();
      for (int i = 0; i < prompts; i++) {
        var answered = sampler.next();
        errors.add(layer.loss(answered.prompt(), answered.answer()));
      }
      var mean = errors.estimate(1 / loss);
      ratios.add(mean.mean());
      indices.add(indices.size() + 1);
      checks.add(
          Check.near(
              "mean error over L_k, " + tasks.title(),
              new Quantity(mean.mean(), 2 * mean.standardError()),
              constants.get("f"),
              0.25));
    }
    return Evidence.of(
        Picture.of(
                "Sampled over exact error",
                Exhibit.Axis.linear("task law"),
                Exhibit.Axis.linear("mean error/L_k"))
            .points("measured", indices, ratios)
            .law("as stated", indices, i -> constants.get("f"))
            .exhibit(),
        checks);
  }
}
