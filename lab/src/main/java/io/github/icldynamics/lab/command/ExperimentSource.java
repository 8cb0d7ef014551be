package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.experiment.NearestName;
import io.github.icldynamics.prompt.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where an experiment comes from: a preset, or a file.
 *
 * @param word as given on the command line
 * @param presets by name
 * @param file reads a file
 */
record ExperimentSource<T>(String word, Map<String, Supplier<T>> presets, Function<Path, T> file) {
  /** The experiment. */
  T experiment() {
    var preset = presets.get(word);
    if (preset != null) {
      return preset.get();
    }
    var path = Path.of(word);
    if (Files.exists(path)) {
      return file.apply(path);
    }
    throw new InvalidInputException(
        word,
        "is neither a file nor a preset ("
            + String.join(", ", presets.keySet())
            + ")"
            + NearestName.of(word, presets.keySet())
                .map(name -> "; did you mean " + name + "?")
                .orElse(""));
  }

  /** What a run of it is called: the preset, or the file without its ending. */
  String name() {
    if (presets.containsKey(word)) {
      return word;
    }
    String name = String.valueOf(Path.of(word).getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
