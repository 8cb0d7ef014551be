package io.github.icldynamics.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Lets JMH report the time of an evaluation per feature, and per feature and node, as well. */
@AuxCounters
@State(Scope.Thread)
public class EvaluationCounters {
  private static final int NODES = QuadratureNodes.count();

  /** Features evaluated. */
  public long perFeature;

  /** Features evaluated, times the {@link QuadratureNodes} of an evaluation. */
  public long perFeatureAndNode;

  /** Begins to count. */
  @Setup(Level.Iteration)
  public void reset() {
    perFeature = 0;
    perFeatureAndNode = 0;
  }

  void add(int features) {
    perFeature += features;
    perFeatureAndNode += (long) features * NODES;
  }
}
