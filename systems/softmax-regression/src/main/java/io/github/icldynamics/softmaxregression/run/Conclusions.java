package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.Fact;
import io.github.icldynamics.record.Landmark;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.system.Conclusion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;

/** What is made of the columns of a run together. */
final class Conclusions {
  private Conclusions() {}

  static Conclusion of(Experiment experiment, List<Table> tables) {
    var queries = tables.get(0);
    var phases = tables.get(tables.get(1).form().equals(Forms.PHASES) ? 1 : 2);
    var ending = ending(queries);
    return new Conclusion(
        ending,
        isGoalReached(experiment, queries, ending),
        facts(queries),
        landmarks(experiment, queries, phases));
  }

  /** As the query that did worst; all that are stuck are alike. */
  private static Ending ending(Table queries) {
    return queries
        .rows()
        .mapToObj(row -> ending(queries.text("outcome", row), queries.text("ended", row)))
        .reduce(Ending::worse)
        .orElseThrow();
  }

  private static Ending ending(String outcome, String ended) {
    return Arrays.stream(Ending.values())
        .filter(each -> each.title().equals(outcome))
        .filter(each -> !each.isStuck() || each.sentence().equals(ended))
        .findFirst()
        .orElseThrow();
  }

  /** To reach the given end; else to converge, or to rest where no target is known. */
  private static boolean isGoalReached(Experiment experiment, Table queries, Ending ending) {
    boolean isOpen =
        queries.rows().anyMatch(row -> Double.isNaN(queries.real("target_error", row)));
    return experiment.training().until().isPresent()
        ? !ending.isStuck()
        : ending == Ending.CONVERGED || (ending == Ending.STATIONARY && isOpen);
  }

  private static List<Fact> facts(Table queries) {
    var facts = new ArrayList<Fact>();
    for (int row = 0; row < queries.size(); row++) {
      String query = path(queries, row);
      facts.add(
          Fact.exact(query + "probability", queries.real("probability", row), "p_k of the query"));
      double floor = queries.real("log_floor", row);
      if (!Double.isNaN(floor)) {
        facts.add(Fact.exact(query + "minimalError", FastMath.exp(floor), "L_k*"));
      }
      facts.add(
          Fact.exact(query + "initialError", queries.real("initial_error", row), "L_k at τ = 0"));
      double share = queries.real("share_of_reducible", row);
      if (!Double.isNaN(share)) {
        facts.add(
            Fact.exact(
                query + "shareOfReducible", share, "what of L_k(0) − L_k* is left at the target"));
      }
      facts.add(Fact.exact(query + "error", queries.real("end_error", row), "L_k at its end"));
    }
    return facts;
  }

  private static List<Landmark> landmarks(Experiment experiment, Table queries, Table phases) {
    var landmarks = new ArrayList<Landmark>();
    for (int row = 0; row < queries.size(); row++) {
      double tau = queries.real("convergence_tau", row);
      if (!Double.isNaN(tau)) {
        landmarks.add(
            new Landmark(
                path(queries, row) + "convergence",
                tau,
                experiment.training().criterion().formula()));
      }
    }
    for (int row = 0; row < phases.size(); row++) {
      String name = path(phases, row) + "phases." + phases.text("phase", row);
      landmarks.add(new Landmark(name, phases.real("to", row), phases.text("why", row)));
    }
    return landmarks;
  }

  private static String path(Table table, int row) {
    return "queries." + table.whole("query", row) + ".";
  }
}
