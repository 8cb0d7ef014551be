package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.lab.Laboratory;
import io.github.icldynamics.lab.study.MadeStudy;
import io.github.icldynamics.lab.study.StudyFolder;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.study.Study;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.LearningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
  private static final Path DOCUMENTED = Path.of("..", "docs", "studies");
  private static final String QUICK = "balanced-against-imbalanced";

  @TempDir private Path folder;

  @Test
  void aStudyIsAPageWithFiguresAndAnExperimentThatRuns() throws IOException {
    var result = icl("study", "imbalance-ratio", "--out", folder.toString());
    assertEquals(0, result.code(), result.err());
    String page = Files.readString(folder.resolve("imbalance-ratio.md"));
    var links = Pattern.compile("!\\[[^]]*\\]\\(([^)]*)\\)").matcher(page);
    int figures = 0;
    while (links.find()) {
      assertTrue(Files.readString(folder.resolve(links.group(1))).contains("<svg"));
      figures++;
    }
    assertEquals(2, figures);
    assertFalse(Files.exists(folder.resolve("README.md")), "no index for one study");
    var run = icl("run", folder.resolve("imbalance-ratio.yaml").toString(), "--no-save");
    assertEquals(0, run.code(), run.err());
  }

  /**
   * What lies under docs/studies is what the command makes, figures aside: fonts differ. Three
   * quick studies show it; what the others say is tested where they are.
   */
  @Test
  void theStudiesInTheDocumentationAreUpToDate() throws IOException {
    var quick = List.of(QUICK, "correlated-features", "imbalance-ratio");
    var words = Stream.concat(Stream.of("study", "--out", folder.toString()), quick.stream());
    assertEquals(0, icl(words.toArray(String[]::new)).code());
    for (var key : quick) {
      for (var name : List.of(key + ".md", key + ".yaml")) {
        String documented = Files.readString(DOCUMENTED.resolve(name));
        assertEquals(documented, Files.readString(folder.resolve(name)), name);
      }
    }
  }

  @Test
  void theExperimentsInTheDocumentationAreThoseOfTheStudies() throws IOException {
    for (var system : Laboratory.systems().all()) {
      for (var experiment : experiments(system).entrySet()) {
        String documented = Files.readString(DOCUMENTED.resolve(experiment.getKey() + ".yaml"));
        assertEquals(documented, experiment.getValue());
      }
    }
  }

  private static <E> Map<String, String> experiments(LearningSystem<E> system) {
    return system.studies().stream()
        .collect(
            toMap(
                Study::key,
                study -> Yaml.text(new Given<>(system, study.experiment().get()).document())));
  }

  @Test
  void theIndexListsStudiesWithTheirQuestions() throws IOException {
    var system = Laboratory.systems().named("softmax-regression");
    new StudyFolder(folder).writeIndex(List.of(quickStudy(system)));
    var index = Files.readString(folder.resolve("README.md")).lines().toList();
    var documented = Files.readString(DOCUMENTED.resolve("README.md")).lines().toList();
    assertEquals(documented.subList(0, 4), index.subList(0, 4));
    assertTrue(documented.contains(index.getLast()), index.getLast());
  }

  private static <E> MadeStudy quickStudy(LearningSystem<E> system) {
    var quick = system.studies().stream().filter(study -> study.key().equals(QUICK)).findFirst();
    return MadeStudy.of(system, quick.orElseThrow());
  }

  @Test
  void badInputIsOneSentence() {
    var result = icl("study", "learning-rat", "--out", folder.toString());
    assertEquals(2, result.code());
    assertEquals(
        "icl: STUDY must be one of whole-run, imbalance-ratio, initial-weights, learning-rate,"
            + " prompt-length,"
            + " balanced-against-imbalanced, faster-training, correlated-features,"
            + " function-classes, changing-laws, label-noise, trained-value-scale,"
            + " broken-assumptions, not learning-rat; did you mean"
            + " learning-rate?",
        result.err().strip());
  }

  @Test
  void anotherReadmeIsNotReplaced() throws IOException {
    var readme = Files.writeString(folder.resolve("README.md"), "# Mine\n");
    var result = icl("study", "--out", folder.toString());
    assertEquals(2, result.code());
    assertEquals(
        "icl: --out must be a folder without a README.md of another kind, not " + folder,
        result.err().strip());
    assertEquals("# Mine\n", Files.readString(readme));
  }
}
