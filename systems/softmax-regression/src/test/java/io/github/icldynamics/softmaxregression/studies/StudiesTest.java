package io.github.icldynamics.softmaxregression.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.study.Study;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.StudyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StudiesTest {
  private static final Path DOCUMENTED = Path.of("..", "..", "docs", "studies");

  /** Made once: some take a few seconds. */
  private static final Map<String, StudyPage> PAGES = new ConcurrentHashMap<>();

  private static StudyPage page(String key) {
    return PAGES.computeIfAbsent(key, StudiesTest::make);
  }

  private static StudyPage make(String key) {
    return study(key).page().get();
  }

  private static Study<Experiment> study(String key) {
    return Studies.all().stream()
        .filter(study -> study.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** Two tests that want the same page would wait for each other, and a core with them. */
  @BeforeAll
  static void makeAll() {
    keys().parallel().forEach(StudiesTest::page);
  }

  /** All but one, which takes minutes and has a test of its own. */
  static Stream<String> keys() {
    return Studies.all().stream().map(Study::key).filter(key -> !key.equals("broken-assumptions"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyStudyHasFiguresAnExperimentAndNumbers(String key) {
    var page = page(key);
    assertFalse(page.charts().isEmpty());
    for (var chart : page.charts()) {
      for (var curve : curves(chart)) {
        assertTrue(curve.points().size() >= 2, curve.label());
        assertTrue(
            curve.points().stream().allMatch(p -> Double.isFinite(p.x()) && Double.isFinite(p.y())),
            curve.label());
      }
    }
    String text = String.join(" ", page.paragraphs());
    assertFalse(text.contains("NaN"), text);
    assertFalse(study(key).experiment().get().features().isEmpty());
  }

  /** What stands under docs/studies is what is measured today. */
  @ParameterizedTest
  @MethodSource("keys")
  void theDocumentedPageSaysWhatTheStudySays(String key) throws IOException {
    var page = page(key);
    var text = Files.readString(DOCUMENTED.resolve(key + ".md")).lines().toList();
    assertEquals("# " + page.heading(), text.getFirst());
    assertEquals("*" + page.question() + "*", text.get(2));
    var titles = page.tables().stream().map(StudyTable::title).toList();
    var paragraphs =
        text.stream()
            .skip(3)
            .filter(StudiesTest::isProse)
            .filter(line -> !titles.contains(line))
            .toList();
    assertEquals(page.paragraphs(), paragraphs);
    for (var table : page.tables()) {
      assertTrue(text.contains(table.title()), table.title());
      table.rows().forEach(row -> assertTrue(text.contains("| " + String.join(" | ", row) + " |")));
    }
    var index = Files.readString(DOCUMENTED.resolve("README.md"));
    String entry = "- [%s](%s.md): %s\n".formatted(page.heading(), key, page.question());
    assertTrue(index.contains(entry), entry);
  }

  /** Figures, and how the page was made, are the command's; tables are compared by themselves. */
  private static boolean isProse(String line) {
    return !line.isEmpty()
        && !line.startsWith("![Figure")
        && !line.startsWith("|")
        && !line.startsWith("Made by ");
  }

  private static List<Curve> curves(Chart chart) {
    return chart instanceof MultiPanel panels
        ? panels.panels().stream().flatMap(panel -> panel.curves().stream()).toList()
        : ((LineChart) chart).curves();
  }

  private static Curve curve(String key, int chart, int index) {
    return ((LineChart) page(key).charts().get(chart)).curves().get(index);
  }

  /** T → K²/(1 − p₁) within the √(2/K) and 3 ln K/K of the sharp law. */
  @Test
  void timesOfTheImbalanceStudyFollowTheSharpLaw() {
    for (Point point : curve("imbalance-ratio", 0, 1).points()) {
      double dominant = point.x() / (point.x() + 999);
      assertEquals(1, point.y() * (1 - dominant) / 1e6, 0.25, "at ratio " + point.x());
    }
  }

  /** A head start divides the plateau by e^A: within the share of convergence, 2% at K = 10⁴. */
  @Test
  void aHeadStartShortensThePlateau() {
    for (Point point : curve("initial-weights", 0, 0).points()) {
      if (point.x() <= 0) {
        assertEquals(Math.exp(-point.x()), point.y(), 0.03 * point.y(), "at " + point.x());
      }
    }
  }

  /** The floor of the prompt length study lies in its elementary bracket. */
  @Test
  void floorsLieInTheirBracket() {
    double absence = 1 - 0.5 / 99;
    for (Point point : curve("prompt-length", 0, 1).points()) {
      double most = Math.pow(absence, point.x());
      assertTrue(point.y() <= most * (1 + 1e-9) && point.y() >= 0.5 * most * (1 - 1e-9));
    }
  }

  /** With balanced-like competitors no query ever overshoots: monotone descent at any step. */
  @Test
  void largerStepsTakeFewerIterationsInThePapersSetting() {
    double before = Double.POSITIVE_INFINITY;
    for (Point point : curve("learning-rate", 1, 0).points()) {
      assertTrue(point.y() <= before, "at ηp = " + point.x());
      before = point.y();
    }
    assertEquals(1, before);
  }

  /** 1/(1 − p₁) at K = 10⁸, within √(2/K) = 1.4·10⁻⁴. */
  @Test
  void imbalanceCostsTheFactorOfTheSharpLaw() {
    double[] masses = {0.3, 0.5, 0.7};
    for (int i = 0; i < masses.length; i++) {
      double last = curve("balanced-against-imbalanced", 1, 2 * i).points().getLast().y();
      assertEquals(1 / (1 - masses[i]), last, 2e-4 * last);
    }
  }

  /** How much more each method needs for ten times as many features. */
  @Test
  void methodsDifferInTheirPowerOfFeatures() {
    double[] least = {50, 50, 1, 1, 3.8, 50, 10};
    double[] most = {100, 100, 1.7, 1.7, 5, 100, 15};
    for (int method = 0; method < least.length; method++) {
      var points = curve("faster-training", 0, method).points();
      double growth = points.getLast().y() / points.get(5).y();
      assertTrue(growth > least[method] && growth < most[method], method + ": " + growth);
    }
  }
}
