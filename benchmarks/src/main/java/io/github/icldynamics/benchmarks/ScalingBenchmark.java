package io.github.icldynamics.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Evaluations a second by one thread and by two, each thread with an evaluator of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScalingBenchmark {
  private static final long PROMPT_LENGTH = 100;

  /** K. */
  @Param({"20", "100", "1000"})
  public int features;

  private ColumnCase column = ColumnCase.zipf(2, 1, 0);

  /** Prepares this thread's column. */
  @Setup
  public void prepare() {
    column = ColumnCase.zipf(features, PROMPT_LENGTH, 1);
  }

  /** Evaluations by one thread. */
  @Benchmark
  @Threads(1)
  public double oneThread() {
    return column.descend();
  }

  /** Evaluations by two threads, together. */
  @Benchmark
  @Threads(2)
  public double twoThreads() {
    return column.descend();
  }
}
