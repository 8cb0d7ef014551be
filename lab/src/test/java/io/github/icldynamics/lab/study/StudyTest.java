package io.github.icldynamics.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.Figure;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.Point;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudyTest {
  /** Made once: some take a few seconds. */
  private static final Map<Study, StudyPage> PAGES = new EnumMap<>(Study.class);

  private static StudyPage page(Study study) {
    return PAGES.computeIfAbsent(study, Study::make);
  }

  @ParameterizedTest
  @EnumSource(Study.class)
  void everyStudyHasFiguresAnExperimentAndNumbers(Study study) {
    var page = page(study);
    assertEquals(2, page.figures().size());
    for (var figure : page.figures()) {
      for (var curve : curves(figure)) {
        assertTrue(curve.points().size() >= 2, curve.label());
        assertTrue(
            curve.points().stream().allMatch(p -> Double.isFinite(p.x()) && Double.isFinite(p.y())),
            curve.label());
      }
    }
    String text = String.join(" ", page.paragraphs());
    assertFalse(text.contains("NaN"), text);
    assertFalse(page.experiment().features().isEmpty());
  }

  private static List<Curve> curves(Figure figure) {
    return figure instanceof MultiPanel panels
        ? panels.panels().stream().flatMap(panel -> panel.curves().stream()).toList()
        : ((LineChart) figure).curves();
  }

  private static Curve curve(Study study, int figure, int index) {
    return ((LineChart) page(study).figures().get(figure)).curves().get(index);
  }

  /** T → K²/(1 − p₁) within the √(2/K) and 3 ln K/K of the sharp law. */
  @Test
  void timesOfTheImbalanceStudyFollowTheSharpLaw() {
    for (Point point : curve(Study.IMBALANCE, 0, 1).points()) {
      double dominant = point.x() / (point.x() + 999);
      assertEquals(1, point.y() * (1 - dominant) / 1e6, 0.25, "at ratio " + point.x());
    }
  }

  /** A head start divides the plateau by e^A: within the share of convergence, 2% at K = 10⁴. */
  @Test
  void aHeadStartShortensThePlateau() {
    for (Point point : curve(Study.INITIAL_WEIGHTS, 0, 0).points()) {
      if (point.x() <= 0) {
        assertEquals(Math.exp(-point.x()), point.y(), 0.03 * point.y(), "at " + point.x());
      }
    }
  }

  /** The floor of the prompt length study lies in its elementary bracket. */
  @Test
  void floorsLieInTheirBracket() {
    double absence = 1 - 0.5 / 99;
    for (Point point : curve(Study.PROMPT_LENGTH, 0, 1).points()) {
      double most = Math.pow(absence, point.x());
      assertTrue(point.y() <= most * (1 + 1e-9) && point.y() >= 0.5 * most * (1 - 1e-9));
    }
  }

  /** With balanced-like competitors no query ever overshoots: monotone descent at any step. */
  @Test
  void largerStepsTakeFewerIterationsInThePapersSetting() {
    double before = Double.POSITIVE_INFINITY;
    for (Point point : curve(Study.LEARNING_RATE, 1, 0).points()) {
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
      double last = curve(Study.BALANCE, 1, 2 * i).points().getLast().y();
      assertEquals(1 / (1 - masses[i]), last, 2e-4 * last);
    }
  }

  /** How much more each method needs for ten times as many features. */
  @Test
  void methodsDifferInTheirPowerOfFeatures() {
    double[] least = {50, 50, 1, 1, 3.8, 50, 10};
    double[] most = {100, 100, 1.7, 1.7, 5, 100, 15};
    for (int method = 0; method < least.length; method++) {
      var points = curve(Study.FASTER_TRAINING, 0, method).points();
      double growth = points.getLast().y() / points.get(5).y();
      assertTrue(growth > least[method] && growth < most[method], method + ": " + growth);
    }
  }
}
