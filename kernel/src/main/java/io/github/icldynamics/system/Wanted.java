package io.github.icldynamics.system;

import java.util.List;

/**
 * What is wanted of a run, asked for before it is made.
 *
 * @param times flow times at which states are shown; empty: where the system finds it telling
 * @param detail how much is kept
 */
public record Wanted(List<Double> times, Detail detail) {
  /** How much is kept of a run. */
  public enum Detail {
    /** What is told of it. */
    SUMMARY,
    /** That, and what is drawn and stored. */
    WHOLE
  }

  public Wanted {
    times = List.copyOf(times);
  }

  /** All that can be kept. */
  public static Wanted whole() {
    return new Wanted(List.of(), Detail.WHOLE);
  }

  /** What is told of a run. */
  public static Wanted summary() {
    return new Wanted(List.of(), Detail.SUMMARY);
  }

  /** Whether what is drawn and stored is wanted too. */
  public boolean isWhole() {
    return detail == Detail.WHOLE;
  }
}
