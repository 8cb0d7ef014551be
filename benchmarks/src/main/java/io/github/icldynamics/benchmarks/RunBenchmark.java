package io.github.icldynamics.benchmarks;

import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;
import io.github.icldynamics.softmaxregression.training.Until;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole runs to τ = 3000, with floor, convergence and phases: the imbalanced law with K = 20, N =
 * 100, p₁ = ½.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RunBenchmark {
  private static final double EPSILON = 0.01;
  private static final double END = 3000;

  /** The feature asked for: 0 is the dominant one, 1 an under-represented one. */
  @Param({"0", "1"})
  public long query;

  /** The gradient flow. */
  @Benchmark
  public ColumnRun flow() {
    return ColumnRun.train(plan(GradientFlow.accurate()), query);
  }

  /** 3000 iterations of gradient descent with learning rate 1. */
  @Benchmark
  public ColumnRun descent() {
    return ColumnRun.train(plan(new GradientDescent(1)), query);
  }

  private static TrainingPlan plan(TrainingMethod method) {
    return new TrainingPlan(
        TokenLaw.imbalanced(20, 0.5),
        PromptLength.of(100),
        LabelModel.linear(),
        method,
        EPSILON,
        new Until.AtTime(END));
  }
}
