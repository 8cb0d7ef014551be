package io.github.icldynamics.softmaxregression.studies;

import static java.util.Map.entry;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Features that are not orthogonal: every pair with the same correlation ρ. */
final class CorrelatedFeaturesStudy {
  private static final long FEATURES = 1000;
  private static final long FEWER_FEATURES = 100;
  private static final long MOST_FEATURES = 1_000_000;

  private static final double NONE = 0;
  private static final double SLIGHT = 0.05;
  private static final double STRONGEST = 0.9;
  private static final List<Double> SHOWN = List.of(NONE, 0.3, 0.6, STRONGEST);

  private final Layers many = Layers.of(FEATURES);
  private final Layers few = Layers.of(FEWER_FEATURES);

  static Experiment experiment() {
    return CorrelatedLayer.experiment(FEATURES, STRONGEST);
  }

  /** From 0 to 0.9; closer together at first, where most changes. */
  private static List<Double> correlations() {
    var values = new ArrayList<>(List.of(NONE, 0.0025, 0.005, 0.01));
    values.addAll(Sweep.linear(0.025, STRONGEST, 35));
    return values;
  }

  /** Layers of equally many features. */
  private record Layers(Series<CorrelatedLayer> byCorrelation) {
    static Layers of(long features) {
      return new Layers(Series.of(correlations(), rho -> new CorrelatedLayer(features, rho)));
    }

    CorrelatedLayer at(double rho) {
      return byCorrelation.at(rho);
    }

    /** When the last phase ends without correlation: the unit of all shares. */
    private double whole() {
      return at(NONE).end(PhaseName.IV);
    }

    double share(double rho, PhaseName phase) {
      return at(rho).end(phase) / whole();
    }

    double shareOfPhaseThree(double rho) {
      return share(rho, PhaseName.III) - share(rho, PhaseName.II);
    }

    /** When {@code α_k} overtakes {@code |β_{k,1}|}. */
    double shareOfLeadInGradient(double rho) {
      return at(rho).leadInGradient() / whole();
    }

    /** How much less than the law of the balanced case the strongest correlation takes. */
    double saving() {
      return 1 - share(STRONGEST, PhaseName.IV);
    }

    /** The correlation at which phase II is empty. */
    double crossing() {
      return byCorrelation.firstZero(layer -> layer.end(PhaseName.II) - layer.end(PhaseName.I));
    }

    Curve curve(String label, PhaseName phase, CurveStyle style) {
      return byCorrelation.curve(label, layer -> layer.end(phase) / whole(), style);
    }
  }

  StudyPage page() {
    return new StudyPage(
        "Correlated features",
        "Do the phases survive if the features are not orthogonal?",
        List.of(ends(), errors()),
        List.of(wholeTime(), order(), method()));
  }

  private LineChart ends() {
    var curves = new ArrayList<Curve>();
    for (var phase : PhaseName.values()) {
      curves.add(many.curve("end of " + phase, phase, CurveStyle.solid(phase.color())));
      curves.add(few.curve("", phase, CurveStyle.dashed(phase.color())));
    }
    return Sweep.chart(
        "Ends of the phases, K = 1000 (solid) and 100 (dashed), p₁ = 0.5, N = ∞, ε = 0.01",
        Axis.linear("correlation ρ of every pair of features"),
        Axis.linear("(1 − ρ)³ τ, as a share of the whole time at ρ = 0").within(0, 1.05),
        curves);
  }

  private LineChart errors() {
    return Sweep.chart(
        "Under-represented (solid) and dominant query (dashed), K = 1000, p₁ = 0.5, N = ∞",
        Axis.log("(1 − ρ)³ τ"),
        Axis.log("L/(1 − ρ)").within(1e-3, 1),
        SHOWN.stream().flatMap(rho -> many.at(rho).errors().stream()).toList(),
        Sweep.TARGET);
  }

  private String wholeTime() {
    return Template.of(
            """
            All that correlation does to the whole time is to slow it down by (1 − ρ)³: until L_k ≤
            (1 − ρ) ε, (1 − ρ)³ T is {saving.many:2}% less at ρ = 0.9 than at ρ = 0 with K = 1000
            and {saving.few:2}% less with K = 100, most of it below ρ = 0.05. So the law T_ρ(ε) =
            T₀(ε/(1 − ρ))/(1 − ρ)³, exact in the balanced case, is met by an under-represented query
            but for a small saving, which shrinks with K. The dominant query does not meet it: its
            scaled time grows by a factor of {growth.common:3}.
            """)
        .with(
            Map.of(
                "saving.many", 100 * many.saving(),
                "saving.few", 100 * few.saving(),
                "growth.common",
                    many.at(STRONGEST).learnedByCommon() / many.at(NONE).learnedByCommon()));
  }

  private String order() {
    return Template.of(
            """
            Phases III and IV survive, phases I and II do not stay in order. Q is shared, so that
            all queries together push the dominant feature down: Attn_k overtakes Attn_1 (end of II)
            at {two.none:2} of the whole time at ρ = 0, but at {two.slight:2} at ρ = 0.05 and at
            {two.strongest:2} at ρ = 0.9 (K = 1000). The own weight outpaces the dominant one (end
            of I) at {one.none:2}, {one.slight:2} and {one.strongest:2}. Phase II therefore shrinks
            and is gone at ρ ≈ {crossing.many:2} (K = 100: {crossing.few:2}, K = 10⁶:
            {crossing.most:3}); above that, Attn_k passes Attn_1 before A_k is the faster one, and
            the phases as defined are out of order. Phase III takes over: from {three.none:2} of the
            whole time at ρ = 0 to {three.strongest:2} at ρ = 0.9. The plateau is the same, but most
            of it is spent with the dominant feature already beaten.
            """)
        .with(
            Map.ofEntries(
                entry("two.none", many.share(NONE, PhaseName.II)),
                entry("two.slight", many.share(SLIGHT, PhaseName.II)),
                entry("two.strongest", many.share(STRONGEST, PhaseName.II)),
                entry("one.none", many.share(NONE, PhaseName.I)),
                entry("one.slight", many.share(SLIGHT, PhaseName.I)),
                entry("one.strongest", many.share(STRONGEST, PhaseName.I)),
                entry("crossing.many", many.crossing()),
                entry("crossing.few", few.crossing()),
                entry("crossing.most", Layers.of(MOST_FEATURES).crossing()),
                entry("three.none", many.shareOfPhaseThree(NONE)),
                entry("three.strongest", many.shareOfPhaseThree(STRONGEST))));
  }

  private String method() {
    return Template.of(
            """
            Measured are velocities of the layer, dS/dτ = Γ G Γ, because they are what moves the
            weights. The column's own gradient G would say something else: in G the lead changes
            after {lead.none:2}% of the whole time at ρ = 0, where it is the velocity, and after
            {lead.strongest:2}% at ρ = 0.9, since the columns share the work of suppression. The
            experiment below is the run with ρ = 0.9 and K = 1000.
            """)
        .with(
            Map.of(
                "lead.none", 100 * many.shareOfLeadInGradient(NONE),
                "lead.strongest", 100 * many.shareOfLeadInGradient(STRONGEST)));
  }
}
