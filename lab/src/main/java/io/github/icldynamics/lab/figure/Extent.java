package io.github.icldynamics.lab.figure;

/** Which values an axis shows. */
public sealed interface Extent {
  /** As many as the curves and reference lines need. */
  record Automatic() implements Extent {}

  /** Exactly those from one value to another. */
  record Fixed(double low, double high) implements Extent {}
}
