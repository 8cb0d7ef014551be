package io.github.icldynamics.lab.study;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.InitialLogits;
import io.github.icldynamics.analysis.LayerPlan;
import io.github.icldynamics.analysis.TrainingPlan;
import io.github.icldynamics.experiment.Preset;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.ChangingLaw;
import io.github.icldynamics.prompt.FeatureGroup;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import io.github.icldynamics.training.Coupling;
import io.github.icldynamics.training.TrainingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Laws that change while the layer trains: the dominant feature hands over to another. */
final class ChangingLawsStudy {
  private static final long FEATURES = 100;
  private static final double EPSILON = 0.01;
  private static final double DOMINANT = 0.5;
  private static final double REST = (1 - DOMINANT) / (FEATURES - 1);
  private static final PromptLength LENGTH = PromptLength.infinite();
  private static final TokenLaw BEFORE = law(DOMINANT, REST);
  private static final TokenLaw AFTER = law(REST, DOMINANT);

  /** The queries: the first to be dominant, the one that becomes so, one that never is. */
  private static final List<String> QUERIES =
      List.of("formerly dominant", "newly dominant", "bystander");

  private static final long BYSTANDER = 2;

  /** Of the cycles and of the longest runs shown, in units of T. */
  private static final List<Double> PERIODS = List.of(1.0, 0.1);

  private static final double LONG = 3;

  private final ColumnRun unchanged = Sweep.run(BEFORE, LENGTH, BYSTANDER, EPSILON);
  private final double whole = unchanged.convergence().orElseThrow();
  private final List<Double> switches = Sweep.logarithmic(0.01, 100, 60);
  private final List<Double> times = Sweep.linear(0, LONG, 1500);
  private final List<List<Double>> relearning =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private final List<Double> fromScratch = new ArrayList<>();

  private ChangingLawsStudy() {}

  static StudyPage make() {
    var study = new ChangingLawsStudy();
    for (int query = 0; query < QUERIES.size(); query++) {
      double scratch = Sweep.run(AFTER, LENGTH, query, EPSILON).convergence().orElseThrow();
      study.fromScratch.add(scratch);
      for (double at : study.switches) {
        study.relearning.get(query).add(study.relearn(query, at * study.whole) / scratch);
      }
    }
    return study.page();
  }

  private static TokenLaw law(double first, double second) {
    return new TokenLaw(
        List.of(
            new FeatureGroup(first, 1),
            new FeatureGroup(second, 1),
            new FeatureGroup(REST, FEATURES - 2)));
  }

  private static ColumnRun train(long query, ChangingLaw.Course course, double until) {
    var plan =
        new TrainingPlan(
            BEFORE,
            LENGTH,
            LabelModel.linear(),
            TrainingMethod.GradientFlow.accurate(),
            EPSILON,
            new Ending.AtTime(until));
    return new LayerPlan(
            plan,
            new Coupling.Orthonormal(),
            Optional.empty(),
            Optional.of(new ChangingLaw(BEFORE, AFTER, course)),
            new InitialLogits.Zero(),
            1,
            false)
        .train(query);
  }

  /** How long after a switch the error is within ε under the new law. */
  private double relearn(long query, double at) {
    var run = train(query, new ChangingLaw.Switch(at), at + 3 * whole);
    return learned(run, query, at) - at;
  }

  /** The first time from another on at which the error under the new law is within ε. */
  private static double learned(ColumnRun run, long query, double from) {
    var column = AFTER.column(query, LENGTH, LabelModel.linear());
    var evaluator = PopulationEvaluator.of(column);
    double[] descent = new double[column.size()];
    return run.trajectory()
        .firstTime(logits -> EPSILON - evaluator.descend(logits.toArray(), descent), from)
        .orElseThrow();
  }

  private StudyPage page() {
    return new StudyPage(
        "Changing laws",
        "If another feature becomes dominant during training, how much has to be learned again?",
        List.of(switchTimes(), cycles()),
        List.of(relearned(), forgotten()),
        Preset.IMBALANCED.experiment());
  }

  private LineChart switchTimes() {
    var curves = new ArrayList<Curve>();
    for (int query = 0; query < QUERIES.size(); query++) {
      curves.add(
          Sweep.curve(
              QUERIES.get(query), switches, relearning.get(query), CurveStyle.solid(query)));
    }
    var phases = unchanged.phases();
    return Sweep.chart(
        "Relearning after a switch, K = 100, p₁ = 0.5, N = ∞, ε = 0.01",
        Axis.log("time of the switch, in whole times T of a bystander under one law"),
        Axis.linear("time to relearn/time from scratch").within(0, 1.05),
        curves,
        ReferenceLine.vertical(phases.getFirst().to() / whole, "end of I"),
        ReferenceLine.vertical(phases.getLast().to() / whole, "end of IV"));
  }

  private MultiPanel cycles() {
    return new MultiPanel(
        "Dominance that goes to and fro between two features, K = 100, p₁ = 0.5, N = ∞",
        List.of(cycle(BYSTANDER, "a bystander"), cycle(0, "a query dominant by turns")),
        MultiPanel.Arrangement.STACKED);
  }

  private LineChart cycle(long query, String title) {
    var curves = new ArrayList<Curve>();
    for (int i = 0; i < PERIODS.size(); i++) {
      double period = PERIODS.get(i);
      curves.add(
          Sweep.curve(
              "period " + Figures.of(period, 2) + " T",
              times,
              losses(cycled(query, period)),
              CurveStyle.solid(i)));
    }
    curves.add(
        Sweep.curve("one law", times, losses(steady(query)), CurveStyle.dashed(PERIODS.size())));
    return Sweep.chart(
        title,
        Axis.linear("τ/T"),
        Axis.log("error, law of the time"),
        curves,
        ReferenceLine.horizontal(EPSILON, "ε = 0.01"));
  }

  private ColumnRun cycled(long query, double period) {
    return train(query, new ChangingLaw.Cycle(period * whole), LONG * whole);
  }

  private ColumnRun steady(long query) {
    return Sweep.run(BEFORE, LENGTH, query, EPSILON).extendedTo(LONG * whole);
  }

  private List<Double> losses(ColumnRun run) {
    double end = run.trajectory().end();
    return run.states(times.stream().map(t -> Math.min(t * whole, end)).toList()).stream()
        .map(state -> state.value().loss())
        .toList();
  }

  private String relearned() {
    int end = nearest(1);
    int leadTaken = nearest(unchanged.phases().getFirst().to() / whole);
    return "No switch makes a query slower than from scratch under the new law: what was learned"
        + " helps, or at least does not harm (the largest ratio is "
        + Figures.of(
            relearning.stream().flatMap(List::stream).max(Double::compare).orElseThrow(), 3)
        + "). The formerly dominant query keeps most: switched after 0.01 T it needs "
        + Figures.of(relearning.get(0).getFirst(), 2)
        + " of the time from scratch, after T "
        + Figures.of(relearning.get(0).get(end), 2)
        + ", less by about as much with every decade, because its weight grows like a"
        + " logarithm once it has converged; only after "
        + Figures.of(firstImmune(0), 2)
        + " T is there nothing to relearn. For a bystander nearly all of the time spent counts: A_k"
        + " has grown, and what it learned against the old dominant feature is soon learned against"
        + " the new one. Switched at the end of phase I, at "
        + Figures.of(switches.get(leadTaken), 2)
        + " T, it needs another "
        + Figures.of(relearning.get(2).get(leadTaken), 2)
        + " T, at T "
        + Figures.of(relearning.get(2).get(end), 2)
        + " T, and nothing from "
        + Figures.of(firstImmune(2), 2)
        + " T on. The newly dominant query needs only "
        + Figures.of(fromScratch.get(1) / whole, 2)
        + " T anyway, and nothing from "
        + Figures.of(firstImmune(1), 2)
        + " T on.";
  }

  private String forgotten() {
    return "What is lost at the moment of a switch at T: the error of the formerly dominant query"
        + " rises from "
        + Figures.of(errorAt(0, BEFORE), 2)
        + " to "
        + Figures.of(errorAt(0, AFTER), 2)
        + ", that of a bystander from "
        + Figures.of(errorAt(BYSTANDER, BEFORE), 2)
        + " to "
        + Figures.of(errorAt(BYSTANDER, AFTER), 2)
        + ". A slow change is milder: if the law drifts over T instead, ε is met "
        + Figures.of(afterDrift(0), 2)
        + " T after the drift has ended by the formerly dominant query and "
        + Figures.of(afterDrift(BYSTANDER), 2)
        + " T after it by a bystander. Under a law that goes to and fro a bystander does not mind"
        + " the period: it is within ε from "
        + Figures.of(lastAbove(BYSTANDER, PERIODS.getFirst()), 3)
        + " T on with period T and from "
        + Figures.of(lastAbove(BYSTANDER, PERIODS.getLast()), 3)
        + " T on with period 0.1 T. A query that is dominant by turns pays at every turn, less from"
        + " turn to turn: its error exceeds ε for the last time at "
        + Figures.of(lastAbove(0, PERIODS.getFirst()), 3)
        + " T with the slow cycle and at "
        + Figures.of(lastAbove(0, PERIODS.getLast()), 3)
        + " T with the fast one, whose turns leave less time to learn.";
  }

  /** The error under a law at the time T of a run under the first one. */
  private double errorAt(long query, TokenLaw law) {
    var logits = steady(query).trajectory().logitsAt(whole);
    return PopulationEvaluator.of(law.column(query, LENGTH, LabelModel.linear()))
        .evaluate(logits)
        .loss();
  }

  /** How long after a drift over T the error is within ε, in units of T. */
  private double afterDrift(long query) {
    var run = train(query, new ChangingLaw.Drift(whole), LONG * whole);
    return learned(run, query, whole) / whole - 1;
  }

  /** The last time of a cycled run at which the error is above ε, in units of T. */
  private double lastAbove(long query, double period) {
    var losses = losses(cycled(query, period));
    int last = 0;
    for (int i = 0; i < losses.size(); i++) {
      last = losses.get(i) > EPSILON ? i : last;
    }
    return times.get(last);
  }

  /** The earliest switch tried after which nothing has to be relearned, in units of T. */
  private double firstImmune(int query) {
    return switches.get(relearning.get(query).indexOf(0.0));
  }

  private int nearest(double at) {
    int best = 0;
    for (int i = 0; i < switches.size(); i++) {
      if (Math.abs(switches.get(i) - at) < Math.abs(switches.get(best) - at)) {
        best = i;
      }
    }
    return best;
  }
}
