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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Loss and negative gradient of one column; the counters give the time per feature, and per feature
 * and node. Run with {@code -prof gc}: an evaluation allocates nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ColumnBenchmark {
  /** K. */
  @Param({"20", "100", "1000"})
  public int features;

  /** N. */
  @Param({"100", "1000000"})
  public long promptLength;

  private ColumnCase column = ColumnCase.zipf(2, 1, 0);

  /** Prepares the column of the second most probable feature. */
  @Setup
  public void prepare() {
    column = ColumnCase.zipf(features, promptLength, 1);
  }

  /** One evaluation. */
  @Benchmark
  public double descend(EvaluationCounters counters) {
    counters.add(features);
    return column.descend();
  }
}
