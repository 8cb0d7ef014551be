package io.github.icldynamics.lab.studio;

/** A small page among the test resources. */
final class StandIn {
  private StandIn() {}

  static PageFiles files() {
    return PageFiles.below("/io/github/icldynamics/lab/studio/standin");
  }

  static StudioSite site() {
    return StudioSite.of(files());
  }
}
