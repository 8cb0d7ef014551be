package io.github.icldynamics.studio;

import io.github.icldynamics.schema.Node;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * Writes what an experiment is as a module of the page, while the page is built: its fields are
 * declared once, in Java, and the page learns from here which there are.
 */
final class SchemaModule {
  private SchemaModule() {}

  /**
   * Writes the module.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) throws IOException {
    var file = Path.of(arguments[0]).toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.writeString(file, text());
  }

  /** The text of the module. */
  static String text() {
    return """
    /** What an experiment is, written while the page is built. */

    /** The shape of an experiment. */
    export const EXPERIMENT = %s;

    /** The experiments that come with the program, by name. */
    export const PRESETS = %s;
    """
        .formatted(
            ScriptText.of(ShapeNode.of(Experiment.FORMAT.shape())), ScriptText.of(presets()));
  }

  private static Node presets() {
    var presets = new LinkedHashMap<String, Node>();
    for (var preset : Preset.values()) {
      presets.put(preset.title(), Experiment.FORMAT.write(preset.experiment()));
    }
    return new Node.Mapping(presets);
  }
}
