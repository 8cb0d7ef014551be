package io.github.icldynamics.softmaxregression.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.descent.Outcome;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnRunTest {
  private static TrainingPlan plan(TokenLaw law, double epsilon) {
    return new TrainingPlan(
        law,
        PromptLength.infinite(),
        LabelModel.linear(),
        GradientFlow.accurate(),
        epsilon,
        Until.convergence());
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        10,
        100,
        1000,
        10_000,
        100_000,
        1_000_000,
        10_000_000,
        100_000_000,
        1_000_000_000_000L,
        1_000_000_000_000_000L,
        1L << 53
      })
  void underRepresentedFeaturesGoThroughFourPhasesInOrder(long features) {
    for (double dominant : new double[] {0.2, 0.5, 0.8}) {
      var run = ColumnRun.train(plan(TokenLaw.imbalanced(features, dominant), 0.001), 1);
      assertEquals(
          List.of("I", "II", "III", "IV"), run.phases().stream().map(Phase::name).toList());
      double reached = 0;
      for (var phase : run.phases()) {
        assertEquals(reached, phase.from());
        assertTrue(phase.to() >= phase.from(), phase.toString());
        reached = phase.to();
      }
      assertEquals(run.convergence().orElseThrow(), reached);
    }
  }

  /**
   * {@code 3 τ_I/T}: at K = 100 by scipy (reference/phase_one.py, good to about ten digits); for
   * large K it tends to 1, at p₁ = ½ like {@code 1 + 4.26/√K}, a fit that is good to its last
   * digit.
   */
  @ParameterizedTest
  @CsvSource({
    "100, 0.2, 1.0001675755084307, 1e-8",
    "100, 0.5, 1.458202730861464, 1e-8",
    "100, 0.8, 1.7102464906421972, 1e-8",
    "1000000, 0.5, 1.00426, 1e-4"
  })
  void phaseOneEndsNearAThirdOfThePlateau(
      long features, double dominant, double ratio, double tolerance) {
    var run = ColumnRun.train(plan(TokenLaw.imbalanced(features, dominant), 0.01), 1);
    double plateau = Math.pow(features - 1.0, 2) / (1 - dominant);
    assertEquals(ratio, 3 * run.phases().get(0).to() / plateau, tolerance);
  }

  /**
   * Leading order of the convergence time, {@code (K−1)²/(1−p₁)}; the next term is about √(2/K) of
   * it.
   */
  @ParameterizedTest
  @CsvSource({"0.3", "0.5", "0.7"})
  void convergenceTimeFollowsTheSharpLaw(double dominant) {
    double features = 1e8;
    double epsilon = 0.01;
    var run = ColumnRun.train(plan(TokenLaw.imbalanced((long) features, dominant), epsilon), 1);
    double law = Math.pow(features - 1, 2) / (1 - dominant);
    assertEquals(1, run.convergence().orElseThrow() / law, 1e-3);
  }

  @Test
  void dominantAndBalancedFeaturesHaveOneAndTwoPhases() {
    var dominant = ColumnRun.train(plan(TokenLaw.imbalanced(50, 0.5), 0.01), 0);
    assertEquals(Role.DOMINANT, dominant.role());
    assertEquals(1, dominant.phases().size());
    var balanced = ColumnRun.train(plan(TokenLaw.balanced(50), 0.01), 7);
    assertEquals(Role.BALANCED, balanced.role());
    assertEquals(2, balanced.phases().size());
    assertEquals(balanced.convergence().orElseThrow(), balanced.phases().get(1).to());
  }

  @Test
  void weightsAtTheEndsOfThePhasesAreThoseOfTheTheory() {
    double features = 1e8;
    double dominant = 0.3;
    var run = ColumnRun.train(plan(TokenLaw.imbalanced((long) features, dominant), 0.001), 1);
    var endOfSecond = run.stateAt(run.phases().get(1).to()).logits();
    // Limits for K → ∞: A = ½ ln K − ½ ln 2, B = −½ ln K + ln((1−p₁)/p₁) − ½ ln 2.
    assertEquals(0.5 * Math.log(features / 2), endOfSecond.get(1), 1e-2);
    double expected = -0.5 * Math.log(2 * features) + Math.log((1 - dominant) / dominant);
    assertEquals(expected, endOfSecond.get(0), 1e-2);
    var endOfThird = run.stateAt(run.phases().get(2).to()).logits();
    assertEquals(Math.log(features), endOfThird.get(1), 1e-2);
  }

  @Test
  void recalledThresholdsStandBesideThePhases() {
    var run = ColumnRun.train(plan(TokenLaw.imbalanced(100, 0.5), 0.01), 1);
    var threshold = run.phases().get(1).threshold().orElseThrow();
    double tau = threshold.tau().orElseThrow();
    assertEquals(0.5 * Math.log(100), threshold.value(), 1e-12);
    assertEquals(threshold.value(), run.stateAt(tau).logits().get(1), 1e-9);
  }

  @Test
  void aRunThatIsTooShortSaysWhichPhaseItIsIn() {
    var plan =
        new TrainingPlan(
            TokenLaw.imbalanced(100, 0.5),
            PromptLength.of(10_000),
            LabelModel.linear(),
            GradientFlow.accurate(),
            0.01,
            new Until.AtTime(100));
    var run = ColumnRun.train(plan, 1);
    assertEquals(new Outcome(Ending.BUDGET_EXHAUSTED, 100), run.outcome());
    assertTrue(run.convergence().isEmpty());
    assertEquals(1, run.phases().size());
    assertTrue(run.phases().get(0).why().endsWith("not yet when the run ended"));
  }

  @Test
  void aLongerRunConvergesAtTheSameTime() {
    var law = TokenLaw.imbalanced(100, 0.5);
    var automatic = ColumnRun.train(plan(law, 0.01), 1);
    var longer =
        ColumnRun.train(
            new TrainingPlan(
                law,
                PromptLength.infinite(),
                LabelModel.linear(),
                GradientFlow.accurate(),
                0.01,
                new Until.AtTime(1e6)),
            1);
    double tau = automatic.convergence().orElseThrow();
    assertEquals(tau, longer.convergence().orElseThrow(), 1e-9 * tau);
    assertEquals(1e6, automatic.extendedTo(1e6).trajectory().end(), 1e-3);
  }

  @Test
  void shortPromptsConvergeToTheirFloor() {
    var plan =
        new TrainingPlan(
            TokenLaw.imbalanced(30, 0.5),
            PromptLength.of(60),
            LabelModel.linear(),
            GradientFlow.accurate(),
            0.003,
            Until.convergence());
    var run = ColumnRun.train(plan, 1);
    assertEquals(Ending.CONVERGED, run.outcome().ending());
    double floor = run.floor().orElseThrow().value();
    assertTrue(floor > 0.1);
    double error = run.stateAt(run.convergence().orElseThrow()).value().loss();
    assertEquals(floor + 0.003, error, 1e-9);
  }

  @Test
  void aGeneralLawSortsItsFeaturesIntoRoles() {
    var law = TokenLaw.of(0.4, 0.4, 0.2);
    assertEquals(Role.DOMINANT, Role.of(law, 1));
    assertEquals(Role.UNDER_REPRESENTED, Role.of(law, 2));
    assertEquals(Role.BALANCED, Role.of(TokenLaw.of(0.25, 0.25, 0.25, 0.25), 2));
  }
}
