package io.github.icldynamics.studio;

import io.github.icldynamics.softmaxregression.training.ErrorLaw;
import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;

/** A law of a column as the page reads it: a curve of time against error. */
public final class StudioLaw {
  private static final int POINTS = 120;

  private final ErrorLaw law;
  private final double epsilon;

  StudioLaw(ErrorLaw law, double epsilon) {
    this.law = law;
    this.epsilon = epsilon;
  }

  /** Which law: the page has words for it. */
  @JSExport
  @JSProperty
  public String getKind() {
    return switch (law) {
      case ErrorLaw.ClosedForm _ -> "closed-form";
      case ErrorLaw.WholeTime _ -> "whole-time";
      case ErrorLaw.DominantBound _ -> "dominant-bound";
      case ErrorLaw.TwoTermBound _ -> "two-term-bound";
    };
  }

  /** The flow time at which the error is down to ε; NaN if the law does not speak of it. */
  @JSExport
  @JSProperty
  public double getTau() {
    return epsilon <= law.highestError() ? law.timeTo(epsilon) : Double.NaN;
  }

  /** Errors from the highest one down to ε/10, evenly spaced by ratio. */
  @JSExport
  public double[] errors() {
    double highest = law.highestError();
    double span = FastMath.log(FastMath.min(1, 0.1 * epsilon / highest));
    double[] errors = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      errors[i] = highest * FastMath.exp(span * i / (POINTS - 1));
    }
    return errors;
  }

  /** The flow times at which they are reached. */
  @JSExport
  public double[] times() {
    return Arrays.stream(errors()).map(law::timeTo).toArray();
  }
}
