package io.github.icldynamics.lab.store;

import io.github.icldynamics.experiment.StoredExperiment;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.experiment.JsonDocument;
import io.github.icldynamics.lab.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files that all run folders have, written in one way.
 *
 * @param file where a file of a name goes
 */
record RunFiles(Function<String, Path> file) {
  /** The files of a folder. */
  static RunFiles of(RunFolder folder) {
    return new RunFiles(folder::file);
  }

  /** The files of the folder of a large run. */
  static RunFiles of(LargeRunFolder folder) {
    return new RunFiles(folder::file);
  }

  private Path path(String name) {
    return file.apply(name);
  }

  void writeExperiment(StoredExperiment experiment) throws IOException {
    Files.writeString(path(RunFolder.EXPERIMENT_FILE), ExperimentFile.canonical(experiment));
  }

  void writeJson(String name, ObjectNode tree) throws IOException {
    Files.writeString(path(name), JsonDocument.text(tree) + "\n");
  }

  /** A table as text, line by line. */
  void writeLines(String name, Iterable<String> lines) throws IOException {
    Files.write(path(name), lines);
  }

  /** Pictures by name, each as SVG and PNG. */
  void writeFigures(Map<String, ? extends Figure> figures) throws IOException {
    for (var figure : figures.entrySet()) {
      Files.writeString(path(figure.getKey() + ".svg"), figure.getValue().svg());
      Files.write(path(figure.getKey() + ".png"), figure.getValue().png());
    }
  }
}
