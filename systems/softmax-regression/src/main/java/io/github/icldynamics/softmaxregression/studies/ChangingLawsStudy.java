package io.github.icldynamics.softmaxregression.studies;

import static io.github.icldynamics.softmaxregression.studies.HandoverQuery.AFTER;
import static io.github.icldynamics.softmaxregression.studies.HandoverQuery.BEFORE;
import static io.github.icldynamics.softmaxregression.studies.HandoverQuery.BYSTANDER;
import static io.github.icldynamics.softmaxregression.studies.HandoverQuery.FORMERLY_DOMINANT;
import static io.github.icldynamics.softmaxregression.studies.HandoverQuery.NEWLY_DOMINANT;
import static java.util.Map.entry;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Laws that change while the layer trains: the dominant feature hands over to another. */
final class ChangingLawsStudy {
  /** The first switch. */
  private static final double SOONEST = 0.01;

  /** Periods of cycles. */
  private static final double SLOW = 1;

  private static final double FAST = 0.1;

  private static final List<Double> SWITCHES = Sweep.logarithmic(SOONEST, 100, 60);

  private final Series<Double> formerly = FORMERLY_DOMINANT.relearning(SWITCHES);
  private final Series<Double> newly = NEWLY_DOMINANT.relearning(SWITCHES);
  private final Series<Double> bystander = BYSTANDER.relearning(SWITCHES);

  /** A switch at T. */
  static Experiment experiment() {
    return HandoverQuery.switching(1);
  }

  StudyPage page() {
    return new StudyPage(
        "Changing laws",
        "If another feature becomes dominant during training, how much has to be learned again?",
        List.of(switchTimes(), cycles()),
        List.of(kept(), lost()));
  }

  private LineChart switchTimes() {
    return Sweep.chart(
        "Relearning after a switch, K = 100, p₁ = 0.5, N = ∞, ε = 0.01",
        Axis.log("time of the switch, in whole times T of a bystander under one law"),
        Axis.linear("time to relearn/time from scratch").within(0, 1.05),
        List.of(
            curve(FORMERLY_DOMINANT, formerly),
            curve(NEWLY_DOMINANT, newly),
            curve(BYSTANDER, bystander)),
        ReferenceLine.vertical(BYSTANDER.end(PhaseName.I), "end of I"),
        ReferenceLine.vertical(BYSTANDER.end(PhaseName.IV), "end of IV"));
  }

  private static Curve curve(HandoverQuery query, Series<Double> relearning) {
    return relearning.curve(query.title(), share -> share, CurveStyle.solid(query.color()));
  }

  private static MultiPanel cycles() {
    return new MultiPanel(
        "Dominance that goes to and fro between two features, K = 100, p₁ = 0.5, N = ∞",
        List.of(
            cycle(BYSTANDER, "a bystander"), cycle(FORMERLY_DOMINANT, "a query dominant by turns")),
        MultiPanel.Arrangement.STACKED);
  }

  private static LineChart cycle(HandoverQuery query, String title) {
    return Sweep.chart(
        title,
        Axis.linear("τ/T"),
        Axis.log("error, law of the time"),
        List.of(
            errors(query, SLOW, CurveStyle.solid(0)),
            errors(query, FAST, CurveStyle.solid(1)),
            query.steadyErrors().curve("one law", error -> error, CurveStyle.dashed(2))),
        Sweep.TARGET);
  }

  private static Curve errors(HandoverQuery query, double period, CurveStyle style) {
    String label = "period " + SignificantDigits.of(period, 2) + " T";
    return query.cycledErrors(period).curve(label, error -> error, style);
  }

  private String kept() {
    double leadTaken = BYSTANDER.end(PhaseName.I);
    return Template.of(
            """
            No switch makes a query slower than from scratch under the new law: what was learned
            helps, or at least does not harm (the largest ratio is {most:3}). The formerly dominant
            query keeps most: switched after {soonest} T it needs {formerly.soonest:2} of the time
            from scratch, after T {formerly.T:2}, less by about as much with every decade, because
            its weight grows like a logarithm once it has converged; only after {formerly.immune:2}
            T is there nothing to relearn. For a bystander nearly all of the time spent counts: A_k
            has grown, and what it learned against the old dominant feature is soon learned against
            the new one. Switched at the end of phase I, at {lead:2} T, it needs another
            {bystander.lead:2} T, at T {bystander.T:2} T, and nothing from {bystander.immune:2} T
            on. The newly dominant query needs only {newly.scratch:2} T anyway, and nothing from
            {newly.immune:2} T on.
            """)
        .with(
            Map.ofEntries(
                entry("most", largestRatio()),
                entry("soonest", SOONEST),
                entry("formerly.soonest", formerly.at(SOONEST)),
                entry("formerly.T", formerly.at(1)),
                entry("formerly.immune", immune(formerly)),
                entry("lead", bystander.placeNear(leadTaken)),
                entry("bystander.lead", bystander.at(leadTaken)),
                entry("bystander.T", bystander.at(1)),
                entry("bystander.immune", immune(bystander)),
                entry("newly.scratch", NEWLY_DOMINANT.fromScratch()),
                entry("newly.immune", immune(newly))));
  }

  private double largestRatio() {
    return Stream.of(formerly, newly, bystander)
        .mapToDouble(series -> series.greatest(ratio -> ratio))
        .max()
        .orElseThrow();
  }

  /** The earliest switch tried after which nothing has to be relearned. */
  private static double immune(Series<Double> ratios) {
    return ratios.first(ratio -> ratio == 0);
  }

  private static String lost() {
    return Template.of(
            """
            What is lost at the moment of a switch at T: the error of the formerly dominant query
            rises from {formerly.before:2} to {formerly.after:2}, that of a bystander from
            {bystander.before:2} to {bystander.after:2}. A slow change is milder: if the law drifts
            over T instead, ε is met {formerly.drift:2} T after the drift has ended by the formerly
            dominant query and {bystander.drift:2} T after it by a bystander. Under a law that goes
            to and fro a bystander does not mind the period: it is within ε from {bystander.slow:3}
            T on with period T and from {bystander.fast:3} T on with period {fast} T. A query that
            is dominant by turns pays at every turn, less from turn to turn: its error exceeds ε for
            the last time at {formerly.slow:3} T with the slow cycle and at {formerly.fast:3} T with
            the fast one, whose turns leave less time to learn.
            """)
        .with(
            Map.ofEntries(
                entry("formerly.before", FORMERLY_DOMINANT.errorAtWhole(BEFORE)),
                entry("formerly.after", FORMERLY_DOMINANT.errorAtWhole(AFTER)),
                entry("bystander.before", BYSTANDER.errorAtWhole(BEFORE)),
                entry("bystander.after", BYSTANDER.errorAtWhole(AFTER)),
                entry("formerly.drift", FORMERLY_DOMINANT.relearningAfterDrift()),
                entry("bystander.drift", BYSTANDER.relearningAfterDrift()),
                entry("bystander.slow", BYSTANDER.lastAbove(SLOW)),
                entry("bystander.fast", BYSTANDER.lastAbove(FAST)),
                entry("fast", FAST),
                entry("formerly.slow", FORMERLY_DOMINANT.lastAbove(SLOW)),
                entry("formerly.fast", FORMERLY_DOMINANT.lastAbove(FAST))));
  }
}
