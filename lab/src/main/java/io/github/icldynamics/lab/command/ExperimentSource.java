package io.github.icldynamics.lab.command;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.Preset;
import io.github.icldynamics.lab.experiment.InputText;
import io.github.icldynamics.lab.experiment.NearestName;
import io.github.icldynamics.prompt.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Where an experiment comes from: a preset, a file, or standard input.
 *
 * @param word as given on the command line
 * @param presets by name
 * @param parser reads a text, given what to call it and the text itself
 */
record ExperimentSource<T>(
    String word,
    Map<String, ? extends Supplier<? extends T>> presets,
    BiFunction<String, String, ? extends T> parser) {
  private static final String STANDARD_INPUT = "-";

  /** The presets that are trained. */
  static Map<String, Supplier<Experiment>> trainingPresets() {
    var presets = new LinkedHashMap<String, Supplier<Experiment>>();
    for (var preset : Preset.values()) {
      presets.put(preset.title(), preset::experiment);
    }
    return presets;
  }

  /** The experiment. Standard input is read to its end, which is there only once. */
  T experiment() {
    var preset = presets.get(word);
    if (preset != null) {
      return preset.get();
    }
    if (word.equals(STANDARD_INPUT)) {
      String name = "standard input";
      return parser.apply(name, InputText.of(name, System.in));
    }
    var path = Path.of(word);
    if (Files.exists(path)) {
      return parser.apply(word, InputText.of(path));
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

  /** What a run of it is called: the preset, or the file without its ending, or stdin. */
  String name() {
    if (presets.containsKey(word)) {
      return word;
    }
    if (word.equals(STANDARD_INPUT)) {
      return "stdin";
    }
    String name = String.valueOf(Path.of(word).getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
