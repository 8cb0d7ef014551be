package io.github.icldynamics.studio;

import io.github.icldynamics.schema.Node;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    var presets = Node.Mapping.empty();
    for (var preset : Preset.values()) {
      presets = presets.with(preset.title(), Experiment.FORMAT.write(preset.experiment()));
    }
    return presets;
  }
}
