package io.github.icldynamics.softmaxregression.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.descent.Outcome;
import io.github.icldynamics.descent.Stability;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.ColumnObjective;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingMethodTest {
  private static final QueryColumn COLUMN =
      TokenLaw.imbalanced(20, 0.5).column(1, PromptLength.of(100), LabelModel.linear());

  static Stream<TrainingMethod> methods() {
    return Stream.of(GradientFlow.accurate(), new GradientDescent(1), new GradientDescent(0.3));
  }

  /** Euler's method is of order 1: halving η halves the distance to the flow. */
  @Test
  void descentTendsToTheFlowAtOrderOne() {
    double tau = 512;
    var exact = end(GradientFlow.accurate(), tau);
    double coarse = distance(exact, end(new GradientDescent(0.5), tau));
    double fine = distance(exact, end(new GradientDescent(0.125), tau));
    double order = Math.log(coarse / fine) / Math.log(4);
    assertEquals(1, order, 0.05);
  }

  @Test
  void theFlowsErrorFallsWithItsTolerance() {
    double tau = 3000;
    var exact = end(new GradientFlow(1e-14), tau);
    double before = Double.POSITIVE_INFINITY;
    for (double tolerance : new double[] {1e-6, 1e-8, 1e-10, 1e-12}) {
      double error = distance(exact, end(new GradientFlow(tolerance), tau));
      assertTrue(error < 0.1 * before, tolerance + ": " + error + " after " + before);
      assertTrue(error < 1000 * tolerance, tolerance + ": " + error);
      before = error;
    }
  }

  private static Vector end(TrainingMethod method, double tau) {
    return ColumnTrajectory.train(method, COLUMN, Vector.zero(3), new Goal.Reach(tau))
        .logitsAt(tau);
  }

  private static double distance(Vector left, Vector right) {
    double largest = 0;
    for (int m = 0; m < left.size(); m++) {
      largest = Math.max(largest, Math.abs(left.get(m) - right.get(m)));
    }
    return largest;
  }

  /**
   * The closed form of one query against an exchangeable rest at N = ∞ (docs/theory): {@code p κ² τ
   * = F(o) − F(o₀)} with {@code F(o) = −1/o + 3 ln o + 3o + o²/2}, {@code L = ½κ/(1+o)²}.
   */
  @ParameterizedTest
  @CsvSource({"50, 0.02", "1000, 0.001", "1000000, 0.000001", "100, 0.5", "100000000, 0.3"})
  void theFlowFollowsTheClosedForm(long features, double p) {
    var law = p * features == 1 ? TokenLaw.balanced(features) : TokenLaw.imbalanced(features, p);
    var column = law.column(0, PromptLength.infinite(), LabelModel.linear());
    double kappa = features / (features - 1.0);
    double end = 1e4 / (p * p);
    var trajectory =
        ColumnTrajectory.train(
            GradientFlow.accurate(), column, Vector.zero(2), new Goal.Reach(end));
    var evaluator = PopulationEvaluator.of(column);
    for (double attention : new double[] {1.5 * p, 2 * p, 0.3, 0.5, 0.9, 0.97, 0.99}) {
      if (attention > p && attention < 1) {
        double odds = attention / (1 - attention);
        double expected = (closedForm(odds) - closedForm(p / (1 - p))) / (kappa * kappa * p);
        double tau =
            trajectory
                .firstTime(s -> evaluator.meanAttention(s).get(0) - attention, 0)
                .orElseThrow();
        assertEquals(expected, tau, 1e-9 * expected);
        double loss = evaluator.evaluate(trajectory.logitsAt(tau)).loss();
        assertEquals(0.5 * kappa / ((1 + odds) * (1 + odds)), loss, 1e-9 * loss);
      }
    }
  }

  private static double closedForm(double odds) {
    return -1 / odds + 3 * Math.log(odds) + 3 * odds + odds * odds / 2;
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aRunEndsWhereTheLossMeetsTheTarget(TrainingMethod method) {
    var trajectory =
        ColumnTrajectory.train(method, COLUMN, Vector.zero(3), new Goal.Converge(0.05, 1e9));
    assertEquals(Ending.CONVERGED, trajectory.outcome().ending());
    var evaluator = PopulationEvaluator.of(COLUMN);
    double[] descent = new double[3];
    double loss = evaluator.descend(trajectory.logitsAt(trajectory.end()).toArray(), descent);
    assertTrue(loss <= 0.05 * (1 + 1e-9));
    double before = evaluator.descend(trajectory.logitsAt(trajectory.end() - 1).toArray(), descent);
    assertTrue(before > 0.05);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aRunContinuedIsTheRunMadeLonger(TrainingMethod method) {
    var whole = ColumnTrajectory.train(method, COLUMN, Vector.zero(3), new Goal.Reach(3000));
    var part =
        ColumnTrajectory.train(method, COLUMN, Vector.zero(3), new Goal.Reach(600))
            .extendedTo(3000);
    assertEquals(3000, part.end(), 1e-9);
    // Two integrations with different steps, each accurate to about 1e-10; iterations are the same.
    assertTrue(distance(whole.logitsAt(3000), part.logitsAt(3000)) < 1e-9);
    assertTrue(distance(whole.logitsAt(123.4), part.logitsAt(123.4)) < 1e-9);
    assertSame(part, part.extendedTo(100));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void knotsAscendFromZeroToTheEnd(TrainingMethod method) {
    var trajectory = ColumnTrajectory.train(method, COLUMN, Vector.zero(3), new Goal.Reach(6000));
    var knots = trajectory.knots();
    assertEquals(0, knots.get(0));
    assertEquals(trajectory.end(), knots.get(knots.size() - 1));
    for (int i = 1; i < knots.size(); i++) {
      assertTrue(knots.get(i) > knots.get(i - 1));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aRunThatIsTooShortSaysSo(TrainingMethod method) {
    var trajectory =
        ColumnTrajectory.train(method, COLUMN, Vector.zero(3), new Goal.Converge(0.01, 30));
    assertEquals(Ending.BUDGET_EXHAUSTED, trajectory.outcome().ending());
    assertEquals(30, trajectory.end(), 1e-12);
    assertTrue(trajectory.firstTime(s -> s.get(1) - 1, 0).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void promptsOfOneTokenLeaveNothingToDescend(TrainingMethod method) {
    var column = TokenLaw.balanced(4).column(0, PromptLength.of(1), LabelModel.linear());
    var trajectory =
        ColumnTrajectory.train(method, column, Vector.zero(2), new Goal.Converge(0.1, 1e6));
    assertEquals(new Outcome(Ending.NO_DESCENT, 0), trajectory.outcome());
    assertEquals(Vector.zero(2), trajectory.logitsAt(0));
    var longer = trajectory.extendedTo(3e12);
    assertEquals(new Outcome(Ending.BUDGET_EXHAUSTED, 3e12), longer.outcome());
    assertEquals(Vector.zero(2), longer.logitsAt(2e12));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void withNoiseTheLogitsComeToRestAtAMinimum(TrainingMethod method) {
    var noisy = new LabelModel(new LabelModel.IdentityCovariance(), 1);
    var column = TokenLaw.balanced(3).column(0, PromptLength.of(6), noisy);
    var trajectory = ColumnTrajectory.train(method, column, Vector.zero(2), new Goal.Settle(1e6));
    assertEquals(Ending.STATIONARY, trajectory.outcome().ending());
    var end = trajectory.logitsAt(trajectory.end());
    var evaluator = PopulationEvaluator.of(column);
    assertTrue(evaluator.evaluate(end).descent().maximumNorm() < 1e-6);
    assertTrue(Stability.fastestGrowth(new ColumnObjective(column), 0, end.toArray()) <= 1e-9);
    double least = evaluator.evaluate(end).loss();
    for (double shift : new double[] {-0.01, 0.01}) {
      var aside = Vector.of(end.get(0) + shift, end.get(1));
      assertTrue(evaluator.evaluate(aside).loss() > least);
    }
  }

  @Test
  void thePlateauIsNotMistakenForRest() {
    // With noise there is no target; the plateau of a rare feature moves by 1e-4 in its first
    // e-fold.
    var noisy = new LabelModel(new LabelModel.IdentityCovariance(), 1e-3);
    var column = TokenLaw.imbalanced(100_000, 0.5).column(1, PromptLength.infinite(), noisy);
    var trajectory =
        ColumnTrajectory.train(
            GradientFlow.accurate(), column, Vector.zero(3), new Goal.Settle(1e12));
    assertTrue(trajectory.logitsAt(trajectory.end()).get(1) > 10);
  }

  @Test
  void hugeStepsEndAsDiverged() {
    var trajectory =
        ColumnTrajectory.train(
            new GradientDescent(1e9), COLUMN, Vector.of(3, -3, 1), new Goal.Converge(1e-9, 1e12));
    assertEquals(Ending.DIVERGED, trajectory.outcome().ending());
  }

  /** K = 100, η = 10⁵: against an exchangeable rest the loss falls at every step size. */
  @Test
  void oneHugeStepSufficesForABalancedLaw() {
    var column = TokenLaw.balanced(100).column(0, PromptLength.infinite(), LabelModel.linear());
    var trajectory =
        ColumnTrajectory.train(
            new GradientDescent(1e5), column, Vector.zero(2), new Goal.Converge(0.01, 1e9));
    assertEquals(new Outcome(Ending.CONVERGED, 1e5), trajectory.outcome());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesBadSettings(double value) {
    assertThrows(InvalidInputException.class, () -> new GradientDescent(value));
    assertThrows(InvalidInputException.class, () -> new GradientFlow(value));
    assertThrows(InvalidInputException.class, () -> new Goal.Reach(value == 0 ? -1e-300 : value));
  }
}
