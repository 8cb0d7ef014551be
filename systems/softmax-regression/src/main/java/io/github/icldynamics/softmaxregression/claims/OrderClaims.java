package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.LocalExponents;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** What happens in which order. */
final class OrderClaims {
  private static final double EPSILON = 0.01;
  private static final List<Double> DOMINANT = List.of(0.2, 0.5, 0.8);

  /** p₁ of the runs that are drawn. */
  private static final double DRAWN_DOMINANT = 0.5;

  private OrderClaims() {}

  static List<Claim> all() {
    return List.of(stageWise(), onePhase(), twoPhases(), fourPhases(), recalledThresholds());
  }

  private static Claim stageWise() {
    return ClaimDraft.of(
            "stage-wise-order",
            Huang2024.SOURCES.paper("abstract; theorem for imbalanced features"),
            "The dominant feature converges first, the others later")
        .says(
            "On imbalanced data convergence is stage-wise: first the error of queries with the "
                + "dominant feature comes down, later that of the under-represented ones.")
        .formula("T_1 < T_k for every k > 1")
        .given("imbalanced law; long prompts")
        .measures("which of the two queries converges first, for K from 10² to 10⁸ and three p₁")
        .tolerance("none: it is an order")
        .reads("The order of stages is the same at every K and p₁ tried; the gap grows with K.")
        .fixes("first feature", 1)
        .measuredBy(OrderClaims::measureStages);
  }

  private static Judgement measureStages(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var observed =
        Observations.of("Convergence times", Axes.features(), Exhibit.Axis.log("T(ε = 0.01)"));
    for (double dominant : Runs.DOMINANT) {
      var early = convergenceTimes(Family.DOMINANT, features, dominant, reach);
      var late = convergenceTimes(Family.UNDER_REPRESENTED, features, dominant, reach);
      // Which of the two features converges first: 1 or 2.
      var first =
          IntStream.range(0, features.size())
              .mapToObj(i -> early.get(i) < late.get(i) ? 1.0 : 2.0)
              .toList();
      String title = "p₁ = " + dominant;
      observed
          .check(farthest("feature that converges first at " + title, first, "first feature"))
          .points("dominant, " + title, features, early)
          .points("under-represented, " + title, features, late);
    }
    return observed.growth(LocalExponents.ofTimes(0, 0.0, 2.0));
  }

  private static List<Double> convergenceTimes(
      Family family, List<Long> features, double dominant, Reach reach) {
    return features.stream()
        .map(k -> Runs.convergence(family.run(k, dominant, EPSILON, reach)))
        .toList();
  }

  /** All of some counts are a constant: the farthest is. */
  private static Function<Constants, Check> farthest(
      String name, List<Double> counts, String constant) {
    return stated -> {
      double expected = stated.get(constant);
      return Check.near(name, Trend.farthest(counts, expected), expected, 0);
    };
  }

  private static Claim onePhase() {
    return ClaimDraft.of(
            "one-phase-dominant",
            Huang2024.SOURCES.paper("abstract; training phases of the dominant feature"),
            "The dominant feature is learned in one phase")
        .says(
            "For a query with the dominant feature its own weight leads from the start to "
                + "convergence: no other weight ever moves faster.")
        .formula("α_1 > |β_{1,n}| at all times, so the lead never changes: phases = 1")
        .given("imbalanced law; long prompts")
        .measures(
            "1 + the number of times that the lead changes, and the least α_1/|β_{1,n}|, "
                + "along the run to ε = 10⁻⁶")
        .tolerance("none: a count, and an order")
        .reads(
            "One phase, always: against an exchangeable rest conservation makes α_1 = (K − "
                + "1)|β_{1,n}|.")
        .fixes("phases", 1)
        .fixes("least lead", 1)
        .measuredBy(OrderClaims::countDominantPhases);
  }

  private static Judgement countDominantPhases(Reach reach) {
    var observed =
        Observations.of(
            "Lead of the target's weight, p₁ = 0.5",
            Exhibit.Axis.log("τ"),
            Exhibit.Axis.log("α_1/|β_{1,n}|"));
    var phases = new ArrayList<Double>();
    double least = Double.POSITIVE_INFINITY;
    for (long features : Runs.decades(1, 8, reach)) {
      for (double dominant : DOMINANT) {
        var run = Family.DOMINANT.run(features, dominant, 1e-6, reach);
        Runs.convergence(run);
        var times = run.trajectory().knots().toList();
        var leads = leads(run, times);
        phases.add(phases(leads));
        least = FastMath.min(least, Collections.min(leads));
        if (dominant == DRAWN_DOMINANT && features % 1000 == 0) {
          observed.curve("K = " + features, times, leads);
        }
      }
    }
    return observed
        .check(farthest("phases, of " + phases.size() + " runs the farthest", phases, "phases"))
        .atLeast("least α_1/|β_{1,n}|", least, "least lead");
  }

  /** {@code α/|β|} of query and competitor at times of a run. */
  private static List<Double> leads(ColumnRun run, List<Double> times) {
    var column = run.trajectory().column();
    var evaluator = PopulationEvaluator.of(column);
    double[] descent = new double[column.size()];
    var leads = new ArrayList<Double>();
    for (double time : times) {
      evaluator.descend(run.trajectory().logitsAt(time).toArray(), descent);
      leads.add(descent[column.query()] / FastMath.abs(descent[column.competitor()]));
    }
    return leads;
  }

  /** One more than the times that the lead changes. */
  private static double phases(List<Double> leads) {
    int changes = 0;
    for (int i = 1; i < leads.size(); i++) {
      changes += (leads.get(i - 1) > 1) != (leads.get(i) > 1) ? 1 : 0;
    }
    return 1.0 + changes;
  }

  private static Claim twoPhases() {
    return ClaimDraft.of(
            "two-phases-balanced",
            Huang2024.SOURCES.paper("abstract; theorem for balanced features"),
            "Balanced features are learned in two phases")
        .says(
            "With balanced features attention first grows until the target holds half of it, then "
                + "the error converges.")
        .formula("τ(Attn_k = ½) < τ(L_k = ε)")
        .given("balanced law; long prompts; ε < ⅛, the error at half attention")
        .measures("rank of both events, each looked for from the start, K from 10 to 10⁸")
        .tolerance("none: it is an order")
        .reads("Two phases in this order at every K tried.")
        .fixes("rank of half attention", 1)
        .fixes("rank of convergence", 2)
        .measuredBy(OrderClaims::rankBalancedEvents);
  }

  private static Judgement rankBalancedEvents(Reach reach) {
    var ranks = new Ranks(List.of("half attention", "convergence"));
    for (long features : Runs.decades(1, 8, reach)) {
      var run = Runs.infinite(TokenLaw.balanced(features), 0, EPSILON, reach);
      ranks.addAndDraw(features, List.of(Runs.halfAttention(run), Runs.convergence(run)));
    }
    return constants -> ranks.evidence("Phases of a balanced feature", constants);
  }

  private static Claim fourPhases() {
    return ClaimDraft.of(
            "four-phases-under-represented",
            Huang2024.SOURCES.paper("abstract; training phases of under-represented features"),
            "Under-represented features are learned in four phases")
        .says(
            "Of an under-represented query first the weight on the dominant feature falls (I); "
                + "then its own weight has the lead (II); then attention swings over to it "
                + "(III); then the error converges (IV).")
        .formula(
            "τ(α_k = |β_{k,1}|) < τ(Attn_k = Attn_1) < τ(Attn_k = ½) < τ(L_k = ε): phases by who "
                + "leads, free of thresholds")
        .given("imbalanced law; long prompts; ε < ⅛")
        .measures(
            "rank of the four events, each looked for from the start, K from 10 to 10⁸, p₁ from "
                + "0.2 to 0.8 (at K = 10, p₁ = 0.2 phase I is empty)")
        .tolerance("none: it is an order")
        .reads(
            "The phases are no artefact of the analysis: without any threshold they are there, in "
                + "this order, at every K and p₁ tried.")
        .fixes("rank of change of lead", 1)
        .fixes("rank of change of attention", 2)
        .fixes("rank of half attention", 3)
        .fixes("rank of convergence", 4)
        .measuredBy(OrderClaims::rankUnderRepresentedEvents);
  }

  private static Judgement rankUnderRepresentedEvents(Reach reach) {
    var ranks =
        new Ranks(
            List.of("change of lead", "change of attention", "half attention", "convergence"));
    for (long features : Runs.decades(1, 8, reach)) {
      for (double dominant : DOMINANT) {
        var run = Family.UNDER_REPRESENTED.run(features, dominant, EPSILON, reach);
        var events =
            List.of(
                Runs.leadChange(run),
                Runs.attentionChange(run),
                Runs.halfAttention(run),
                Runs.convergence(run));
        if (dominant == DRAWN_DOMINANT) {
          ranks.addAndDraw(features, events);
        } else {
          ranks.add(events);
        }
      }
    }
    return constants ->
        ranks.evidence("Phases of an under-represented feature, p₁ = 0.5", constants);
  }

  private static Claim recalledThresholds() {
    return ClaimDraft.of(
            "recalled-thresholds",
            Huang2024.SOURCES.recalled("training phases of under-represented features"),
            "The recalled thresholds of the phases are reached in order")
        .says(
            "The constants that the proof is recalled to end its phases with are reached one after "
                + "the other.")
        .formula("τ(B_{k,1} = −0.49 ln K) < τ(A_k = 0.5 ln K) < τ(A_k = ln K)")
        .given(
            "imbalanced law with p₁ ≥ ½: for p₁ below 0.41, B_{k,1} stops short of −0.49 ln K "
                + "unless K is astronomical; K ≥ 10⁶")
        .measures("rank of the three events at K = 10⁶ … 10⁸")
        .tolerance("none: it is an order")
        .reads(
            "In order for large K only; the phases themselves need no such constants (see "
                + "four-phases-under-represented).")
        .supposes("dominant", 0.5)
        .fixes("rank of B = −0.49 ln K", 1)
        .fixes("rank of A = 0.5 ln K", 2)
        .fixes("rank of A = ln K", 3)
        .measuredUnder(OrderClaims::rankRecalledThresholds);
  }

  private static Judgement rankRecalledThresholds(Constants conditions, Reach reach) {
    double dominant = conditions.get("dominant");
    if (dominant < 0.5) {
      throw Undecided.hypothesisUnmet("it needs p₁ ≥ ½ at the K that can be run");
    }
    var ranks = new Ranks(List.of("B = −0.49 ln K", "A = 0.5 ln K", "A = ln K"));
    for (long features : Runs.decades(6, 8, reach)) {
      var run = Family.UNDER_REPRESENTED.run(features, dominant, 1e-4, reach);
      double log = FastMath.log((double) features);
      ranks.addAndDraw(
          features,
          List.of(
              Runs.crossing(run, s -> -0.49 * log - s.get(0), "reached B = −0.49 ln K"),
              Runs.crossing(run, s -> s.get(1) - 0.5 * log, "reached A = 0.5 ln K"),
              Runs.crossing(run, s -> s.get(1) - log, "reached A = ln K")));
    }
    return constants -> ranks.evidence("Recalled thresholds", constants);
  }
}
