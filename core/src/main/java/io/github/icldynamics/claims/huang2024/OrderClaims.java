package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.claims.Trend;
import io.github.icldynamics.claims.Undecided;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;

/** What happens in which order. */
final class OrderClaims {
  private static final double EPSILON = 0.01;
  private static final List<Double> DOMINANT = List.of(0.2, 0.5, 0.8);

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
        .decidedBy(OrderClaims::measureStages);
  }

  private static Evidence measureStages(Constants constants, Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var picture = Picture.of("Convergence times", Axes.features(), Exhibit.Axis.log("T(ε = 0.01)"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var first = new ArrayList<Double>();
      var early = new ArrayList<Double>();
      var late = new ArrayList<Double>();
      for (long count : features) {
        var law = TokenLaw.imbalanced(count, dominant);
        early.add(Runs.convergence(Runs.infinite(law, 0, EPSILON, reach)));
        late.add(Runs.convergence(Runs.infinite(law, Runs.UNDER_REPRESENTED, EPSILON, reach)));
        first.add(early.getLast() < late.getLast() ? 1.0 : 2.0);
      }
      double stated = constants.get("first feature");
      checks.add(
          Check.near(
              "feature that converges first at p₁ = " + dominant,
              Trend.farthest(first, stated),
              stated,
              0));
      picture.points("dominant, p₁ = " + dominant, features, early);
      picture.points("under-represented, p₁ = " + dominant, features, late);
    }
    return Evidence.of(picture.exhibit(), checks);
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
        .decidedBy(OrderClaims::countDominantPhases);
  }

  private static Evidence countDominantPhases(Constants constants, Reach reach) {
    var phases = new ArrayList<Double>();
    double least = Double.POSITIVE_INFINITY;
    var picture =
        Picture.of(
            "Lead of the target's weight, p₁ = 0.5",
            Exhibit.Axis.log("τ"),
            Exhibit.Axis.log("α_1/|β_{1,n}|"));
    for (long features : Runs.decades(1, 8, reach)) {
      for (double dominant : DOMINANT) {
        var run = Runs.infinite(TokenLaw.imbalanced(features, dominant), 0, 1e-6, reach);
        Runs.convergence(run);
        var lead = leadAlong(run);
        phases.add(1.0 + changes(lead));
        least = FastMath.min(least, lead.values().stream().min(Double::compare).orElseThrow());
        if (dominant == 0.5 && features % 1000 == 0) {
          picture.curve("K = " + features, List.copyOf(lead.keySet()), List.copyOf(lead.values()));
        }
      }
    }
    double stated = constants.get("phases");
    return Evidence.of(
        picture.exhibit(),
        Check.near(
            "phases, of " + phases.size() + " runs the farthest",
            Trend.farthest(phases, stated),
            stated,
            0),
        Check.atLeast("least α_1/|β_{1,n}|", least, constants.get("least lead")));
  }

  /** {@code α/|β|} of query and competitor at the knots of a run. */
  private static Map<Double, Double> leadAlong(ColumnRun run) {
    var column = run.trajectory().column();
    var evaluator = PopulationEvaluator.of(column);
    double[] descent = new double[column.size()];
    var lead = new LinkedHashMap<Double, Double>();
    var knots = run.trajectory().knots();
    for (int i = 0; i < knots.size(); i++) {
      evaluator.descend(run.trajectory().logitsAt(knots.get(i)).toArray(), descent);
      lead.put(knots.get(i), descent[column.query()] / FastMath.abs(descent[column.competitor()]));
    }
    return lead;
  }

  private static int changes(Map<Double, Double> lead) {
    int changes = 0;
    double before = lead.values().iterator().next();
    for (double now : lead.values()) {
      changes += (before > 1) != (now > 1) ? 1 : 0;
      before = now;
    }
    return changes;
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
        .decidedBy(OrderClaims::rankBalancedEvents);
  }

  private static Evidence rankBalancedEvents(Constants constants, Reach reach) {
    var ranks = new Ranks(List.of("half attention", "convergence"));
    for (long features : Runs.decades(1, 8, reach)) {
      var run = Runs.infinite(TokenLaw.balanced(features), 0, EPSILON, reach);
      ranks.addAndDraw(features, List.of(Runs.halfAttention(run), Runs.convergence(run)));
    }
    return ranks.evidence("Phases of a balanced feature", constants);
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
        .decidedBy(OrderClaims::rankUnderRepresentedEvents);
  }

  private static Evidence rankUnderRepresentedEvents(Constants constants, Reach reach) {
    var ranks =
        new Ranks(
            List.of("change of lead", "change of attention", "half attention", "convergence"));
    for (long features : Runs.decades(1, 8, reach)) {
      for (double dominant : DOMINANT) {
        var law = TokenLaw.imbalanced(features, dominant);
        var run = Runs.infinite(law, Runs.UNDER_REPRESENTED, EPSILON, reach);
        var events =
            List.of(
                Runs.leadChange(run),
                Runs.attentionChange(run),
                Runs.halfAttention(run),
                Runs.convergence(run));
        if (dominant == 0.5) {
          ranks.addAndDraw(features, events);
        } else {
          ranks.add(events);
        }
      }
    }
    return ranks.evidence("Phases of an under-represented feature, p₁ = 0.5", constants);
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
        .fixes("dominant", 0.5)
        .fixes("rank of B = −0.49 ln K", 1)
        .fixes("rank of A = 0.5 ln K", 2)
        .fixes("rank of A = ln K", 3)
        .decidedBy(OrderClaims::rankRecalledThresholds);
  }

  private static Evidence rankRecalledThresholds(Constants constants, Reach reach) {
    double dominant = constants.get("dominant");
    if (dominant < 0.5) {
      throw Undecided.hypothesisUnmet("it needs p₁ ≥ ½ at the K that can be run");
    }
    var ranks = new Ranks(List.of("B = −0.49 ln K", "A = 0.5 ln K", "A = ln K"));
    for (long features : Runs.decades(6, 8, reach)) {
      var law = TokenLaw.imbalanced(features, dominant);
      var run = Runs.infinite(law, Runs.UNDER_REPRESENTED, 1e-4, reach);
      double log = FastMath.log((double) features);
      ranks.addAndDraw(
          features,
          List.of(
              Runs.crossing(run, s -> -0.49 * log - s.get(0), "reached B = −0.49 ln K"),
              Runs.crossing(run, s -> s.get(1) - 0.5 * log, "reached A = 0.5 ln K"),
              Runs.crossing(run, s -> s.get(1) - log, "reached A = ln K")));
    }
    return ranks.evidence("Recalled thresholds", constants);
  }
}
