package io.github.icldynamics.system;

/** How the pictures of a run space its time. */
public enum TimeScale {
  /** As shows most of the run. */
  AUTOMATIC,
  LINEAR,
  LOGARITHMIC
}
