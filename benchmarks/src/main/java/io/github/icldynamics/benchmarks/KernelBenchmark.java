package io.github.icldynamics.benchmarks;

import io.github.icldynamics.numeric.ExponentialKernel;
import io.github.icldynamics.numeric.LogarithmKernel;
import java.util.concurrent.TimeUnit;
import org.hipparchus.util.FastMath;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The kernels on arguments such as the nodes of an evaluation give them: a geometric sequence. The
 * counter gives the time per element.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
  private static final double SMALLEST = 1e-10;

  /** A short block of nodes and a long one. */
  @Param({"32", "144"})
  public int size;

  private double[] arguments = {};
  private double[] exponentials = {};
  private double[] decrements = {};
  private double[] valueScratch = {};
  private double[] decrementScratch = {};
  private double[] results = {};

  /** Fills the arguments, ascending from 10⁻¹⁰ to 700, and the values of the logarithm. */
  @Setup
  public void prepare() {
    arguments = new double[size];
    exponentials = new double[size];
    decrements = new double[size];
    for (int i = 0; i < size; i++) {
      double fraction = i / (size - 1.0);
      arguments[i] = SMALLEST * FastMath.pow(700 / SMALLEST, fraction);
      exponentials[i] = FastMath.exp(-arguments[i]);
      decrements[i] = FastMath.expm1(-arguments[i]);
    }
    valueScratch = new double[size];
    decrementScratch = new double[size];
    results = new double[size];
  }

  /** Arguments in any order. */
  @Benchmark
  public double[] exponential(ElementCounter counter) {
    counter.perElement += size;
    ExponentialKernel.negative(arguments, results, decrementScratch, size);
    return results;
  }

  /** Ascending arguments. */
  @Benchmark
  public double[] exponentialAscending(ElementCounter counter) {
    counter.perElement += size;
    ExponentialKernel.negativeAscending(arguments, results, decrementScratch, size);
    return results;
  }

  /** Logarithms; the kernel consumes its arguments, so copying them is part of the time. */
  @Benchmark
  public double[] logarithm(ElementCounter counter) {
    counter.perElement += size;
    copyArguments();
    LogarithmKernel.ofAtMostOne(valueScratch, decrementScratch, results, size);
    return results;
  }

  /** The copying that {@link #logarithm} includes. */
  @Benchmark
  public double[] copyForLogarithm(ElementCounter counter) {
    counter.perElement += size;
    copyArguments();
    return valueScratch;
  }

  private void copyArguments() {
    System.arraycopy(exponentials, 0, valueScratch, 0, size);
    System.arraycopy(decrements, 0, decrementScratch, 0, size);
  }

  /** Lets JMH report the time per element as well. */
  @AuxCounters
  @State(Scope.Thread)
  public static class ElementCounter {
    /** Elements computed. */
    public long perElement;

    /** Begins to count. */
    @Setup(Level.Iteration)
    public void reset() {
      perElement = 0;
    }
  }
}
