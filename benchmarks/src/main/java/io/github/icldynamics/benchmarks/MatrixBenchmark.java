package io.github.icldynamics.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** The gradient of the whole layer: all columns of Zipf's law in turn, in one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatrixBenchmark {
  private static final int FEATURES = 100;

  /** N. */
  @Param({"100", "1000000"})
  public long promptLength;

  private List<ColumnCase> columns = List.of();

  /** Prepares every column. */
  @Setup
  public void prepare() {
    columns =
        IntStream.range(0, FEATURES)
            .mapToObj(query -> ColumnCase.zipf(FEATURES, promptLength, query))
            .toList();
  }

  /** One gradient of K² entries. */
  @Benchmark
  public double descend() {
    double loss = 0;
    for (int k = 0; k < FEATURES; k++) {
      loss += columns.get(k).descend();
    }
    return loss;
  }
}
