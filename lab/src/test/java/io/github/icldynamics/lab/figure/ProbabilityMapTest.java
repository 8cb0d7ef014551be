package io.github.icldynamics.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ProbabilityMap;
import io.github.icldynamics.chart.ProbabilityPanel;
import java.awt.Color;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbabilityMapTest {
  /** Half white and half 0072B2, D55E00, or the mean of these: 0, 114, 178 and 213, 94, 0. */
  private static final Color FIRST = new Color(128, 185, 217);

  private static final Color SECOND = new Color(234, 175, 128);
  private static final Color EVEN = new Color(181, 180, 172);

  private static final Axis X = SampleMaps.axis("x", SampleMaps.X);
  private static final Axis Y = SampleMaps.axis("y", SampleMaps.Y);
  private static final List<String> NAMES = List.of("benign", "malign");

  private static List<List<Point>> noMarks(int classes) {
    return Collections.nCopies(classes, List.of());
  }

  private static ProbabilityPanel panel(List<List<List<Double>>> probabilities) {
    return new ProbabilityPanel("panel", probabilities, noMarks(2));
  }

  private static ProbabilityMap map(ProbabilityPanel... panels) {
    return map(X, Y, panels);
  }

  private static ProbabilityMap map(Axis x, Axis y, ProbabilityPanel... panels) {
    return new ProbabilityMap(
        "", x, y, NAMES, List.of(panels), MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private static List<List<List<Double>>> everywhere(double first) {
    return Collections.nCopies(2, Collections.nCopies(3, List.of(first, 1 - first)));
  }

  @Test
  void theGroundMixesTheColoursOfTheClassesWithWhite() throws Exception {
    var page = RenderedPage.of(map(panel(everywhere(1)), panel(everywhere(0.5))));
    assertEquals(FIRST, page.at(0, 0.1, 0.2));
    assertEquals(FIRST, page.at(0, 0.9, 0.9));
    assertEquals(EVEN, page.at(1, 0.1, 0.2));
  }

  @Test
  void theFirstRowIsTheLowestAndTheFirstColumnTheLeftmost() throws Exception {
    var first = List.of(1.0, 0.0);
    var second = List.of(0.0, 1.0);
    var rows = List.of(List.of(first, first), List.of(second, second));
    var columns = Collections.nCopies(2, List.of(first, second));
    var page = RenderedPage.of(map(panel(rows), panel(columns)));
    // A hundredth of the way from one colour to the other is one level of red.
    assertNear(FIRST, page.at(0, 0.5, 0.01));
    assertNear(SECOND, page.at(0, 0.5, 0.99));
    assertNear(FIRST, page.at(1, 0.01, 0.5));
    assertNear(SECOND, page.at(1, 0.99, 0.5));
  }

  private static void assertNear(Color expected, Color actual) {
    assertEquals(expected.getRed(), actual.getRed(), 2);
    assertEquals(expected.getGreen(), actual.getGreen(), 2);
    assertEquals(expected.getBlue(), actual.getBlue(), 2);
  }

  /** The boundary is x + 2y = 0.4 between −3 and 3; 0.2 lies at 3.2 sixths of an axis. */
  @Test
  void theBoundaryAndTheMarksAreWhereTheyShouldBe() throws Exception {
    var logits = List.of(new SampleMaps.Logit(0, 0, 0), new SampleMaps.Logit(-2, 5, 10));
    var marks = List.of(List.of(new Point(-1.5, 0)), List.of(new Point(2, 2), new Point(9, 9)));
    var page =
        RenderedPage.of(map(new ProbabilityPanel("", SampleMaps.softmax(logits, 30, 50), marks)));
    assertEquals(Color.BLACK, page.at(0, 3.0 / 6, 3.2 / 6));
    assertEquals(Color.BLACK, page.at(0, 1.0 / 6, 4.2 / 6));
    assertNotEquals(Color.BLACK, page.at(0, 3.2 / 6, 3.0 / 6));
    assertEquals(new Color(0x0072B2), page.at(0, 1.5 / 6, 3.0 / 6));
    assertEquals(new Color(0xD55E00), page.at(0, 5.0 / 6, 5.0 / 6));
  }

  @Test
  void aUnitIsAsLongOnOneAxisAsOnTheOther() throws Exception {
    var wide = map(X.within(0, 8), Y.within(-1, 1), panel(everywhere(0.3)));
    var plot = RenderedPage.of(wide).plots().getFirst();
    assertEquals(420, plot.width());
    assertEquals(105, plot.height());
  }

  @Test
  void panelsLieSideBySideOrInPairs() throws Exception {
    var panels = Collections.nCopies(4, panel(everywhere(0.3)));
    var pairs = new ProbabilityMap("", X, Y, NAMES, panels, MultiPanel.Arrangement.IN_PAIRS);
    var plots = RenderedPage.of(pairs).plots();
    assertEquals(plots.get(0).left(), plots.get(2).left());
    assertEquals(plots.get(2).top(), plots.get(3).top());
    assertTrue(plots.get(0).top() < plots.get(2).top());
  }

  @Test
  void theLegendNamesTheClassesAndTheBoundary() {
    var svg = Picture.svg(map(panel(everywhere(0.3))));
    assertTrue(svg.contains(">benign<"));
    assertTrue(svg.contains(">malign<"));
    assertTrue(svg.contains(">decision boundary<"));
  }

  @Test
  void probabilitiesAreChecked() {
    refused(List.of());
    refused(List.of(List.of(List.of(1.0, 0.0), List.of(1.0, 0.0))));
    var row = List.of(List.of(1.0, 0.0), List.of(0.2, 0.8));
    refused(List.of(row, List.of(List.of(1.0, 0.0))));
    refused(List.of(row, List.of(List.of(1.0, 0.0), List.of(0.2, 0.799))));
    refused(List.of(row, List.of(List.of(1.0, 0.0), List.of(0.2, 0.7, 0.1))));
    refused(List.of(row, List.of(List.of(1.0, 0.0), List.of(1.2, -0.2))));
    refused(List.of(row, List.of(List.of(1.0, 0.0), List.of(Double.NaN, 1.0))));
  }

  private static void refused(List<List<List<Double>>> probabilities) {
    assertThrows(IllegalArgumentException.class, () -> panel(probabilities));
  }

  @Test
  void classesAndPanelsAreCounted() {
    var panel = panel(everywhere(0.3));
    var three = SampleMaps.softmaxOf("three classes", 3);
    var untitled = new ProbabilityPanel("", everywhere(0.3), noMarks(2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ProbabilityPanel("", SampleMaps.softmax(List.of(), 2, 2), noMarks(7)));
    assertThrows(IllegalArgumentException.class, () -> map());
    assertThrows(IllegalArgumentException.class, () -> map(panel, panel, panel, panel, panel));
    assertThrows(IllegalArgumentException.class, () -> map(panel, untitled));
    assertThrows(IllegalArgumentException.class, () -> map(three));
  }

  @Test
  void axesAreLinearWithFixedEnds() {
    var panel = panel(everywhere(0.3));
    assertThrows(IllegalArgumentException.class, () -> map(Axis.linear("x"), Y, panel));
    assertThrows(IllegalArgumentException.class, () -> map(X, Axis.log("y").within(1, 10), panel));
  }
}
