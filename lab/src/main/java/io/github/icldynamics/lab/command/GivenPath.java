package io.github.icldynamics.lab.command;

import io.github.icldynamics.schema.InvalidInputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as they are given on the command line. */
final class GivenPath {
  /** What stands for standard input where a file may stand. */
  static final String STANDARD_INPUT = "-";

  private GivenPath() {}

  /**
   * A path.
   *
   * @param option what to call it in complaints
   */
  static Path of(String option, String text) {
    if (text.isBlank()) {
      throw new InvalidInputException(
          option, "must be the name of a file or folder, not an empty text");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          option,
          "must be a name that this machine can write, and %s is none (%s); a locale of UTF-8 may help, LC_ALL=C.UTF-8"
              .formatted(text, e.getReason()));
    }
  }
}
