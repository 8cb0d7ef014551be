package io.github.icldynamics.statistics;

import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/**
 * A sample mean and its standard error.
 *
 * @param standardError 0 if all samples were equal
 */
public record Estimate(double mean, double standardError) {
  /** The estimate from one number of each sample, of which there are at least two. */
  public static <T> Estimate of(List<T> samples, ToDoubleFunction<T> number) {
    var accumulator = new Accumulator();
    samples.forEach(sample -> accumulator.add(number.applyAsDouble(sample)));
    return accumulator.estimate(1);
  }

  /** How many standard errors the mean is from {@code value}; 0 if both agree to rounding. */
  public double deviation(double value) {
    double difference = FastMath.abs(mean - value);
    double rounding = 1e-14 * FastMath.max(FastMath.abs(mean), FastMath.abs(value));
    return difference <= rounding ? 0 : difference / standardError;
  }

  /** Running mean and variance by Welford's recurrence. */
  public static final class Accumulator {
    private long count;
    private double mean;
    private double squares;

    /** Takes one more sample. */
    public void add(double sample) {
      count++;
      double before = sample - mean;
      mean += before / count;
      squares += before * (sample - mean);
    }

    /** The estimate from the samples so far, at least two; multiplied by {@code scale}. */
    public Estimate estimate(double scale) {
      if (count < 2) {
        throw new InvalidInputException("samples", "must be at least 2, not " + count);
      }
      double variance = squares / (count - 1);
      return new Estimate(
          scale * mean, FastMath.abs(scale) * FastMath.sqrt(variance / (double) count));
    }
  }
}
