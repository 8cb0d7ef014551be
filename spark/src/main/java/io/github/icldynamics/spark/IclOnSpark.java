package io.github.icldynamics.spark;

import io.github.icldynamics.lab.command.Icl;
import io.github.icldynamics.lab.sweep.SweepEngines;

/** The program with Spark among its engines: what {@code spark-submit} starts. */
public final class IclOnSpark {
  private IclOnSpark() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Icl.run(SweepEngines.local().and("spark", SparkEngine::open), arguments);
  }
}
