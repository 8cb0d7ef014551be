package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.chart.Scale;
import io.github.icldynamics.schema.Node;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** Which values an axis of a sweep has. */
sealed interface AxisValues {
  /** Such as were written down. */
  record Listed(List<Node> nodes) implements AxisValues {
    public Listed {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * Numbers at even distances, or with even ratios.
   *
   * @param number at least 2
   */
  record Spaced(double from, double to, int number, Scale scale) implements AxisValues {
    /** Digits that are meant: those after them are rounding. */
    private static final MathContext DIGITS = new MathContext(12);

    /** The numbers, rounded to twelve digits so that they read as they are meant. */
    List<Double> numbers() {
      return IntStream.range(0, number)
          .mapToDouble(i -> (double) i / (number - 1))
          .map(share -> scale == Scale.LOG ? ratio(share) : (1 - share) * from + share * to)
          .map(Spaced::rounded)
          .boxed()
          .toList();
    }

    private double ratio(double share) {
      double low = FastMath.log10(from);
      return FastMath.pow(10, low + share * (FastMath.log10(to) - low));
    }

    private static double rounded(double value) {
      return new BigDecimal(value).round(DIGITS).doubleValue();
    }
  }

  /** A number for each combination of the others. */
  record Computed(Expression expression) implements AxisValues {}

  /** How many there are; 1 of those that follow from others. */
  default int number() {
    return switch (this) {
      case Listed(var nodes) -> nodes.size();
      case Spaced spaced -> spaced.number;
      case Computed _ -> 1;
    };
  }
}
