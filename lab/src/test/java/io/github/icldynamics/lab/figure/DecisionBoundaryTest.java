package io.github.icldynamics.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ProbabilityPanel;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionBoundaryTest {
  private static List<Segment> boundary(List<SampleMaps.Logit> logits, int rows, int columns) {
    return boundary(SampleMaps.softmax(logits, rows, columns));
  }

  private static List<Segment> boundary(List<List<List<Double>>> probabilities) {
    int classes = probabilities.getFirst().getFirst().size();
    var panel =
        new ProbabilityPanel("", probabilities, Collections.nCopies(classes, List.<Point>of()));
    return DecisionBoundary.of(panel, SampleMaps.X, SampleMaps.Y);
  }

  private static double length(List<Segment> boundary) {
    return boundary.stream()
        .mapToDouble(
            piece ->
                Math.hypot(piece.to().x() - piece.from().x(), piece.to().y() - piece.from().y()))
        .sum();
  }

  /** The logits differ by steepness · (x + 2y − 0.4): the line from (−3, 1.7) to (3, −1.3). */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 2, 200})
  void theBoundaryOfTwoLinearLogitsIsTheirStraightLine(double steepness) {
    var second = new SampleMaps.Logit(-0.4 * steepness, steepness, 2 * steepness);
    var boundary = boundary(List.of(new SampleMaps.Logit(0, 0, 0), second), 150, 40);
    for (var piece : boundary) {
      // Logarithms of rounded probabilities are off by 10⁻¹⁶ relative to 1, slopes 0.01 at least.
      assertEquals(0.4, piece.from().x() + 2 * piece.from().y(), 1e-12);
      assertEquals(0.4, piece.to().x() + 2 * piece.to().y(), 1e-12);
    }
    assertEquals(Math.sqrt(45), length(boundary), 1e-9);
  }

  /** Logits 2 cos and 2 sin of 0°, 120°, 240°: rays from the origin at 60°, 180° and 300°. */
  @Test
  void threeRegionsMeetInAPoint() {
    var panel = SampleMaps.softmaxOf("", 3);
    var boundary = DecisionBoundary.of(panel, SampleMaps.X, SampleMaps.Y);
    for (var piece : boundary) {
      double angle = Math.toDegrees(Math.atan2(middle(piece).y(), middle(piece).x()));
      assertEquals(60, Math.floorMod(Math.round(angle), 120L), angle + "° at " + piece);
    }
    assertEquals(3 + 2 * 3 / Math.sin(Math.toRadians(60)), length(boundary), 1e-9);
  }

  private static Point middle(Segment piece) {
    return new Point(
        (piece.from().x() + piece.to().x()) / 2, (piece.from().y() + piece.to().y()) / 2);
  }

  @Test
  void equalProbabilitiesHaveNoBoundary() {
    var even = List.of(0.5, 0.5);
    var rounded = List.of(0.5 + 1e-16, 0.5 - 1e-16);
    var grid = List.of(List.of(even, rounded), List.of(rounded, even));
    assertTrue(boundary(grid).isEmpty());
  }

  @Test
  void aJumpIsHalfWayBetweenTwoPlaces() {
    var row = List.of(List.of(1.0, 0.0), List.of(0.0, 1.0));
    var boundary = boundary(List.of(row, row));
    assertTrue(boundary.stream().allMatch(piece -> piece.from().x() == 0 && piece.to().x() == 0));
    assertEquals(6, length(boundary), 1e-12);
  }

  @Test
  void aClassThatIsNowhereMostProbableHasNoBoundary() {
    var row = List.of(List.of(0.4, 0.1, 0.5), List.of(0.1, 0.4, 0.5));
    assertTrue(boundary(List.of(row, row)).isEmpty());
  }
}
