package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.statistics.LinearFit;
import io.github.icldynamics.study.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/**
 * What one contestant needs until all queries have converged.
 *
 * @param rate η tuned at the least K
 * @param runs with it, by K
 * @param free tuned with steps of any length, at the greatest K
 */
record Performance(Contestant contestant, double rate, Series<Run> runs, StepSize free) {
  /** The least K, at which η is tuned. */
  static final int FEW = 10;

  /** The K from which on exponents are fitted. */
  static final int MANY = 100;

  /** The greatest K. */
  static final int MOST = 1000;

  /** A tenth of a logit: such steps follow the flow. */
  static final double SHORT_STEP = 0.1;

  /** Of runs, a point is kept for each growth of the iterations by this factor. */
  private static final double SPACING = 1.04;

  static Performance of(Contestant contestant) {
    double rate = tuned(contestant, FEW).learningRate();
    var counts = Sweep.whole(FEW, MOST, 10);
    return new Performance(
        contestant,
        rate,
        Series.of(counts, count -> Run.of(contestant.start((long) count, rate))),
        StepSize.tuned(contestant, MOST, Double.POSITIVE_INFINITY));
  }

  /** η tuned so that steps are short. */
  static StepSize tuned(Contestant contestant, long features) {
    return StepSize.tuned(contestant, features, SHORT_STEP);
  }

  /**
   * One run.
   *
   * @param lead {@code A_k − B_{k,n}} by iteration
   */
  record Run(double iterations, List<Point> lead) {
    private static Run of(LayerDescent descent) {
      var points = new ArrayList<Point>();
      double next = 1;
      while (descent.loss() > Sweep.EPSILON) {
        descent.step();
        if (descent.iteration() >= next || descent.loss() <= Sweep.EPSILON) {
          points.add(new Point(descent.iteration(), descent.lead()));
          next = descent.iteration() * SPACING;
        }
      }
      return new Run(descent.iteration(), points);
    }
  }

  Curve iterationsByFeatures() {
    return runs.curve(contestant.label(), Run::iterations, contestant.style());
  }

  Curve leadByIteration() {
    return new Curve(contestant.label(), runs.at(MOST).lead(), contestant.style());
  }

  double iterations(int features) {
    return runs.at(features).iterations();
  }

  /** ηt. */
  double flowTime(int features) {
    return rate * iterations(features);
  }

  /** Iterations until the target leads by a step. */
  double standstill() {
    return runs.at(MOST).lead().stream()
        .filter(point -> point.y() > 0.5 * rate)
        .findFirst()
        .map(point -> point.x() - 1)
        .orElseThrow();
  }

  /** {@code d ln(iterations)/d ln K} from one K to another. */
  double localExponent(int first, int last) {
    double growth = FastMath.log(iterations(last) / iterations(first));
    return growth / FastMath.log(runs.placeNear(last) / runs.placeNear(first));
  }

  /** The exponent of K in the iterations. */
  String exponent() {
    return slope(runs, run -> FastMath.log(run.iterations()));
  }

  /** Iterations by K, from {@link #MANY} on, with η tuned at each K, steps short: a search each. */
  Series<Long> retuned() {
    return Series.of(
        runs.from(MANY).places(), count -> tuned(contestant, (long) count).iterations());
  }

  /** The exponent of K in such iterations. */
  static String exponent(Series<Long> iterations) {
    return slope(iterations, FastMath::log);
  }

  /** The coefficient of ln K in ηt. */
  String perLogarithm() {
    return slope(runs, run -> rate * run.iterations());
  }

  /** That of a straight line in ln K, and its spread. */
  private static <M> String slope(Series<M> series, ToDoubleFunction<M> value) {
    var upper = series.from(MANY);
    var logarithms = Vector.copyOf(upper.places().stream().map(FastMath::log).toList());
    var ones = Vector.copyOf(upper.values(_ -> 1));
    var fit = LinearFit.of(Vector.copyOf(upper.values(value)), List.of(logarithms, ones), ones);
    var slope = fit.coefficients().getFirst();
    return Template.of("({slope:4} ± {spread:2})")
        .with(Map.of("slope", slope.value(), "spread", slope.halfWidth()));
  }
}
