package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.lab.store.RunText;
import io.github.icldynamics.lab.text.Yaml;

/**
 * A run of a sweep as it is kept and shipped.
 *
 * @param hash of its experiment
 * @param text as of {@link RunText}
 */
public record FinishedRun(String hash, String text) {
  /** A run that has just been made: of one that was read, the hash would be another. */
  static FinishedRun of(RunText made) {
    return new FinishedRun(Yaml.hash(made.experiment()), made.text());
  }
}
