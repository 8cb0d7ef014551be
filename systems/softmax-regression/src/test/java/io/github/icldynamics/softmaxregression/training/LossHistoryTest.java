package io.github.icldynamics.softmaxregression.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossHistoryTest {
  private static QueryColumn column() {
    return TokenLaw.imbalanced(20, 0.5).column(1, PromptLength.infinite(), LabelModel.linear());
  }

  @Test
  void risesAreCounted() {
    var history = new LossHistory(List.of(1.0, 0.5, 0.75, 0.75, 0.3, 0.33));
    assertEquals(2, history.rises());
    assertEquals(0.5, history.largestRise(), 1e-15);
    assertEquals(1, history.stepsTo(0.5).orElseThrow());
    assertEquals(4, history.stepsTo(0.4).orElseThrow());
    assertTrue(history.stepsTo(0.1).isEmpty());
  }

  @Test
  void roundingIsNoRiseAndZeroStaysZero() {
    assertEquals(0, new LossHistory(List.of(1.0, 1.0 + 1e-13)).rises());
    assertEquals(0, new LossHistory(List.of(0.0, 0.0)).largestRise());
    assertEquals(Double.NEGATIVE_INFINITY, new LossHistory(List.of(1.0)).largestRise());
    assertThrows(InvalidInputException.class, () -> new LossHistory(List.of()));
  }

  @Test
  void whatIsNoNumberOrComesBackFromZeroIsARise() {
    assertEquals(1, new LossHistory(List.of(1.0, Double.NaN)).rises());
    assertEquals(1, new LossHistory(List.of(0.0, 1e-300)).rises());
  }

  @Test
  void aLossThatStaysHasStalled() {
    var history = new LossHistory(List.of(1.0, 0.5, 0.5, 0.5));
    assertTrue(history.hasStalled(2));
    assertFalse(history.hasStalled(3));
    assertFalse(history.hasStalled(4), "a history shorter than that");
  }

  /** The training method counts the same iterations. */
  @Test
  void gradientDescentTakesTheSameSteps() {
    double rate = 40;
    var trajectory =
        ColumnTrajectory.train(
            new GradientDescent(rate), column(), Vector.zero(3), new Goal.Converge(0.01, 1e6));
    var history = LossHistory.ofDescent(column(), rate, 1000);
    assertEquals(trajectory.end() / rate, history.stepsTo(0.01).orElseThrow());
  }

  @Test
  void aRunThatLeavesTheAdmittedLogitsEnds() {
    assertTrue(LossHistory.ofDescent(column(), 1e12, 100).losses().size() < 5);
  }
}
