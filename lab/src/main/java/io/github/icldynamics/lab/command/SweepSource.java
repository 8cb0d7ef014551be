package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.sweep.Sweep;
import io.github.icldynamics.lab.sweep.SweepFormat;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.Systems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a sweep comes from: a file of its own, or any source of an experiment.
 *
 * @param word as given on the command line
 */
record SweepSource(Systems systems, String word) {
  /**
   * The sweep.
   *
   * @param axes of the command line, as texts by field
   * @param options that replace fields of an experiment
   */
  Sweep sweep(Map<String, String> axes, Map<String, String> options) {
    var source = new ExperimentSource(systems, word);
    var format = new SweepFormat(systems, this::base);
    if (systems.presets().containsKey(word)) {
      return format.of(source.name(), source.given().with(options), axes);
    }
    return source
        .text()
        .read(
            document -> {
              if (!SweepFormat.isSweep(document)) {
                return format.of(source.name(), systems.read(document).with(options), axes);
              }
              requireNone(options);
              return format.read(document, source.name(), axes);
            });
  }

  private static void requireNone(Map<String, String> options) {
    options.keySet().stream()
        .findFirst()
        .ifPresent(
            option -> {
              throw new InvalidInputException(
                  option, "goes with an experiment; a sweep has its fields in sweep.base");
            });
  }

  /** A base by its word: a file beside the sweep's, or what icl run takes. */
  private Given<?> base(String base) {
    if (!systems.presets().containsKey(base) && !word.equals(GivenPath.STANDARD_INPUT)) {
      Path beside = Path.of(word).resolveSibling(base);
      if (Files.exists(beside)) {
        return new ExperimentSource(systems, beside.toString()).given();
      }
    }
    return new ExperimentSource(systems, base).given();
  }
}
