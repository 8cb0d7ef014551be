package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.OddsPotential;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** Whole runs in closed form. */
final class ClosedFormClaims {
  private static final double SMALLEST_EPSILON = 1e-6;

  /** K of the runs that are drawn. */
  private static final List<Long> DRAWN_FEATURES = List.of(100L, 1_000_000L);

  private static final String FORMULA =
      "p κ² τ = F(o) − F(o₀), F(o) = −1/o + 3 ln o + 3o + o²/2; L = ½ κ/(1 + o)²; κ = K/(K − 1)";

  private ClosedFormClaims() {}

  static List<Claim> all() {
    return List.of(balanced(), dominant());
  }

  private static Claim balanced() {
    return ClaimDraft.of(
            "balanced-closed-form",
            Huang2024.SOURCES.proved("section 2"),
            "The balanced run in closed form")
        .says("The odds o = Attn_k/(1 − Attn_k) of a balanced feature follow a closed form.")
        .formula(FORMULA)
        .given("balanced law; infinite prompts; Q = 0 at the start")
        .measures(
            "largest relative error of time and of error at every step of runs to ε = 10^−6, K "
                + "from 10 to 10⁸")
        .tolerance("10^−9: the flow is integrated to about ten digits")
        .reads("The whole run, at every time, is known in closed form.")
        .fixes("coefficient of ln o", 3)
        .fixes("coefficient of o", 3)
        .fixes("coefficient of o²", 0.5)
        .measuredBy(reach -> measure(Family.BALANCED, reach));
  }

  private static Claim dominant() {
    return ClaimDraft.of(
            "dominant-closed-form",
            Huang2024.SOURCES.proved("section 2"),
            "The dominant run in closed form")
        .says(
            "The odds of the dominant feature follow the same closed form: all that its query sees "
                + "is an exchangeable rest.")
        .formula(FORMULA)
        .given("imbalanced law, p = p₁; infinite prompts; Q = 0 at the start")
        .measures(
            "largest relative error of time and of error at every step of runs to ε = 10^−6, K "
                + "from 10 to 10⁸, three p₁")
        .tolerance("10^−9: the flow is integrated to about ten digits")
        .reads("The whole run, at every time, is known in closed form.")
        .fixes("coefficient of ln o", 3)
        .fixes("coefficient of o", 3)
        .fixes("coefficient of o²", 0.5)
        .measuredBy(reach -> measure(Family.DOMINANT, reach));
  }

  private static Judgement measure(Family family, Reach reach) {
    var observed =
        Observations.of("Error along the run", Exhibit.Axis.log("p τ"), Exhibit.Axis.log("L"));
    for (double dominant : family.dominants()) {
      String title = family.title(dominant);
      var courses = courses(family, dominant, reach);
      double error = worst(courses, Course::worstError);
      observed
          .check(
              stated -> {
                double time = worst(courses, course -> course.worstTime(Runs.potential(stated)));
                return Check.atMost("error of time, " + title, time, 1e-9);
              })
          .atMost("error of L, " + title, error, stated -> 1e-9);
      courses.stream()
          .filter(course -> DRAWN_FEATURES.contains(course.features()))
          .forEach(course -> course.drawOn(observed, title));
    }
    return observed;
  }

  private static List<Course> courses(Family family, double dominant, Reach reach) {
    var courses = new ArrayList<Course>();
    for (long features : Runs.decades(1, 8, reach)) {
      var run = family.run(features, dominant, SMALLEST_EPSILON, reach);
      Runs.convergence(run);
      courses.add(Course.of(features, run));
    }
    return courses;
  }

  /** The largest error, or 0: no error is negative. */
  private static <T> double worst(List<T> cases, ToDoubleFunction<T> error) {
    return cases.stream().mapToDouble(error).reduce(0, FastMath::max);
  }

  /**
   * A run at one of its knots.
   *
   * @param growth {@code ln(o/o₀) = A − B}
   */
  private record Moment(double time, double growth, double loss) {}

  /**
   * A run at its knots but the first, and what the closed form of it depends on.
   *
   * @param probability p of the query
   */
  private record Course(long features, double probability, double kappa, List<Moment> moments) {
    static Course of(long features, ColumnRun run) {
      var trajectory = run.trajectory();
      int query = trajectory.column().query();
      var moments = new ArrayList<Moment>();
      for (int i = 1; i < trajectory.knots().size(); i++) {
        double time = trajectory.knots().get(i);
        var logits = trajectory.logitsAt(time);
        double loss = run.stateAt(time).value().loss();
        moments.add(new Moment(time, logits.get(query) - logits.get(1 - query), loss));
      }
      double others = trajectory.column().count(1 - query);
      double probability = trajectory.column().queryProbability();
      return new Course(features, probability, (others + 1) / others, moments);
    }

    private double initialOdds() {
      return probability / (1 - probability);
    }

    private double predictedTime(Moment moment, OddsPotential potential) {
      return potential.gain(initialOdds(), moment.growth()) / (probability * kappa * kappa);
    }

    private double predictedLoss(Moment moment) {
      double odds = initialOdds() * FastMath.exp(moment.growth());
      return 0.5 * kappa / ((1 + odds) * (1 + odds));
    }

    double worstTime(OddsPotential potential) {
      return worst(moments, at -> FastMath.abs(predictedTime(at, potential) / at.time() - 1));
    }

    double worstError() {
      return worst(moments, at -> FastMath.abs(predictedLoss(at) / at.loss() - 1));
    }

    void drawOn(Observations observed, String kind) {
      String label = kind + ", K = " + features;
      observed
          .curve(label, over(at -> probability * at.time()), over(Moment::loss))
          .draw(
              (stated, picture) ->
                  picture.law(
                      label + ", closed form",
                      over(at -> probability * predictedTime(at, Runs.potential(stated))),
                      over(this::predictedLoss)));
    }

    /** A quantity at every moment. */
    private List<Double> over(Function<Moment, Double> quantity) {
      return moments.stream().map(quantity).toList();
    }
  }
}
