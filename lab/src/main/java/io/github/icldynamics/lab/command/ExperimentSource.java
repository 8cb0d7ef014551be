package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.store.RunFolder;
import io.github.icldynamics.lab.sweep.SweepFormat;
import io.github.icldynamics.lab.text.InputText;
import io.github.icldynamics.lab.text.ParsedText;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.Systems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an experiment comes from: a preset, a file, a run folder, or standard input.
 *
 * @param word as given on the command line
 */
record ExperimentSource(Systems systems, String word) {
  /** The experiment. Standard input is read to its end, which is there only once. */
  Given<?> given() {
    return systems.presets().containsKey(word)
        ? systems.preset(word)
        : text().read(this::experiment);
  }

  private Given<?> experiment(Node document) {
    if (SweepFormat.isSweep(document)) {
      throw new InvalidInputException(
          word, "must hold an experiment, not a sweep, which icl sweep makes");
    }
    return systems.read(document);
  }

  /** The text of what is no preset. */
  ParsedText text() {
    if (word.equals(GivenPath.STANDARD_INPUT)) {
      String name = "standard input";
      return Yaml.parse(name, InputText.of(name, System.in));
    }
    var presets = systems.presets().keySet();
    var path = GivenPath.of("PRESET|FILE.yaml|-", word);
    if (Files.exists(path)) {
      var file = file(path);
      return Yaml.parse(file.toString(), InputText.of(file));
    }
    if (!Files.notExists(path)) {
      throw new InvalidInputException(
          word, "cannot be looked at: a folder on the way to it may not be entered");
    }
    throw new InvalidInputException(
        word,
        "is neither a file nor a preset (%s)".formatted(String.join(", ", presets))
            + Words.hint(word, presets));
  }

  /** The file in which an experiment stands: of a run folder, its own. */
  private static Path file(Path path) {
    var inside = RunFolder.experimentOf(path);
    return Files.isDirectory(path) && Files.exists(inside) ? inside : path;
  }

  /** What a run of it is called: the preset, or the file without its ending, or stdin. */
  String name() {
    if (systems.presets().containsKey(word)) {
      return word;
    }
    if (word.equals(GivenPath.STANDARD_INPUT)) {
      return "stdin";
    }
    String name = String.valueOf(Path.of(word).getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
