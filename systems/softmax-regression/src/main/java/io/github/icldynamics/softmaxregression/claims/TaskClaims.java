package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.network.AnsweredPrompt;
import io.github.icldynamics.softmaxregression.network.FeatureBasis;
import io.github.icldynamics.softmaxregression.network.PromptSampler;
import io.github.icldynamics.softmaxregression.network.SoftmaxAttention;
import io.github.icldynamics.softmaxregression.network.TaskLaw;
import io.github.icldynamics.statistics.BinomialInterval;
import io.github.icldynamics.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  /** Tasks with the second moments of those that the layer was trained on. */
  private static final List<TaskLaw> AS_TRAINED =
      List.of(new TaskLaw.Normal(0), new TaskLaw.Signs());

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

  private static PromptSampler sampler(FeatureBasis basis, TaskLaw tasks, long seed) {
    var column =
        Pupil.law()
            .listedSingly()
            .column(Runs.UNDER_REPRESENTED, PromptLength.of(Pupil.TOKENS), LabelModel.linear());
    return new PromptSampler(column, basis, tasks, seed);
  }

  /** The numbers of task laws, from 1. */
  private static List<Integer> numbers(List<TaskLaw> tasks) {
    return IntStream.rangeClosed(1, tasks.size()).boxed().toList();
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
        .measuredBy(TaskClaims::measureUnseenTasks);
  }

  private static Judgement measureUnseenTasks(Reach reach) {
    int prompts = prompts(reach);
    var basis = FeatureBasis.random(Pupil.FEATURES, DIMENSION, 11);
    var layer = Pupil.layer(basis, reach);
    var observed =
        Observations.of(
            "Tasks of other laws, in the order of the checks",
            Exhibit.Axis.linear("task law"),
            Exhibit.Axis.linear("share of prompts within the bound"));
    var all = new ArrayList<List<Double>>();
    for (var tasks : TASKS) {
      var sampler = sampler(basis, tasks, 23);
      var errors =
          IntStream.range(0, prompts).mapToObj(i -> relativeSquare(layer, sampler.next())).toList();
      String name = "share answered within the bound, " + tasks.title();
      observed.check(stated -> Check.atLeast(name, shareWithin(stated, errors), stated.get("q")));
      all.add(errors);
    }
    return observed
        .draw(
            (stated, picture) -> {
              var shares = all.stream().map(errors -> shareWithin(stated, errors).value()).toList();
              picture.points("measured", numbers(TASKS), shares);
            })
        .law("as stated", numbers(TASKS), (stated, i) -> stated.get("q"));
  }

  /** The share of relative errors within the bound. */
  private static Quantity shareWithin(Constants stated, List<Double> errors) {
    double bound = stated.get("C") * Pupil.EPSILON;
    int good = (int) errors.stream().filter(error -> error <= bound).count();
    double share = (double) good / errors.size();
    return new Quantity(share, BinomialInterval.of(good, errors.size()).reachFrom(share));
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
        .measuredBy(TaskClaims::measureAgreement);
  }

  private static Judgement measureAgreement(Reach reach) {
    int prompts = prompts(reach);
    var basis = FeatureBasis.random(Pupil.FEATURES, DIMENSION, 11);
    var layer = Pupil.layer(basis, reach);
    var run = Pupil.trained(Runs.UNDER_REPRESENTED, reach);
    double loss = run.stateAt(Runs.convergence(run)).value().loss();
    var observed =
        Observations.of(
            "Sampled over exact error",
            Exhibit.Axis.linear("task law"),
            Exhibit.Axis.linear("mean error/L_k"));
    var ratios = new ArrayList<Double>();
    for (var tasks : AS_TRAINED) {
      var ratio = ratio(layer, sampler(basis, tasks, 29), prompts, loss);
      observed.near("mean error over L_k, " + tasks.title(), ratio, "f", 0.25);
      ratios.add(ratio.value());
    }
    return observed
        .points("measured", numbers(AS_TRAINED), ratios)
        .law("as stated", numbers(AS_TRAINED), (stated, i) -> stated.get("f"));
  }

  /** The mean error over the exact one. */
  private static Quantity ratio(
      SoftmaxAttention layer, PromptSampler sampler, int prompts, double loss) {
    var errors = new Estimate.Accumulator();
    for (int i = 0; i < prompts; i++) {
      var answered = sampler.next();
      errors.add(layer.loss(answered.prompt(), answered.answer()));
    }
    var mean = errors.estimate(1 / loss);
    return new Quantity(mean.mean(), 2 * mean.standardError());
  }
}
