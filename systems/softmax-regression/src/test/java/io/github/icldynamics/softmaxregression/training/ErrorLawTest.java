package io.github.icldynamics.softmaxregression.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.descent.Optimiser;
import io.github.icldynamics.descent.SignDescent;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.Coupling;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorLawTest {
  private static final double EPSILON = 1e-4;

  /** Errors from the early run down to ε; all below the highest one of every law. */
  private static final List<Double> ERRORS = List.of(0.12, 0.1, 0.03, 1e-2, 1e-3, EPSILON);

  private static TrainingPlan plan(TokenLaw law, LabelModel labels, TrainingMethod method) {
    return new TrainingPlan(
        law, PromptLength.infinite(), labels, method, EPSILON, Until.convergence());
  }

  private static TrainingPlan flow(TokenLaw law) {
    return plan(law, LabelModel.linear(), GradientFlow.accurate());
  }

  private static List<ErrorLaw> laws(LayerPlan layer, long query) {
    return ErrorLaw.of(layer, layer.column(query));
  }

  /** Ten digits: what the integration of the flow is good for. */
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 10, 1000, 1_000_000})
  void theClosedFormOfBalancedFeaturesIsExact(long features) {
    assertSharpLaw(flow(TokenLaw.balanced(features)), 0, ErrorLaw.ClosedForm.class, 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.45})
  void theClosedFormOfTheDominantFeatureIsExact(double dominant) {
    assertSharpLaw(flow(TokenLaw.imbalanced(1000, dominant)), 0, ErrorLaw.ClosedForm.class, 1e-9);
  }

  /** What the law leaves out is of order ln K/K^1.5. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.7})
  void theWholeTimeLawIsRightToSecondOrder(double dominant) {
    var plan = flow(TokenLaw.imbalanced(1_000_000, dominant));
    assertSharpLaw(plan, 1, ErrorLaw.WholeTime.class, 1e-6);
  }

  private static void assertSharpLaw(
      TrainingPlan plan, long query, Class<? extends ErrorLaw> kind, double tolerance) {
    var law = laws(LayerPlan.of(plan), query).getFirst();
    assertInstanceOf(kind, law);
    var run = ColumnRun.train(plan, query);
    for (double error : ERRORS) {
      if (error <= law.highestError() && error < run.stateAt(0).value().loss()) {
        double expected = run.convergenceTo(error).orElseThrow();
        assertEquals(expected, law.timeTo(error), tolerance * expected, () -> "L = " + error);
      }
    }
  }

  @Test
  void theClosedFormBeginsWhereTheRunDoes() {
    var plan = flow(TokenLaw.imbalanced(7, 0.4));
    var law = laws(LayerPlan.of(plan), 0).getFirst();
    double start = ColumnRun.train(plan, 0).stateAt(0).value().loss();
    assertEquals(start, law.highestError(), 1e-15);
    assertEquals(0, law.timeTo(law.highestError()), 1e-12);
  }

  /** ln(100)/ε and 10⁶ ln 10³ + 10³ ln(10³ 10²)/ε at ε = 10⁻⁴, in 40 digits. */
  @Test
  void boundsAreThoseOfThePaperWithConstantOne() {
    var layer = LayerPlan.of(flow(TokenLaw.imbalanced(1000, 0.5)));
    var dominant = laws(layer, 0).getLast();
    var other = laws(layer, 1).getLast();
    assertEquals(46051.701859880915, dominant.timeTo(EPSILON), 1e-9);
    assertEquals(122037009.92868443, other.timeTo(EPSILON), 1e-6);
    assertInstanceOf(ErrorLaw.DominantBound.class, dominant);
    assertInstanceOf(ErrorLaw.TwoTermBound.class, other);
  }

  @Test
  void noLawSpeaksOutsideThePapersSetting() {
    var law = TokenLaw.imbalanced(20, 0.5);
    var flow = GradientFlow.accurate();
    var noisy = new LabelModel(new LabelModel.IdentityCovariance(), 0.1);
    var adam = new Optimiser(new SignDescent(), 0.1);
    var paper = LayerPlan.of(flow(law));
    assertTrue(laws(LayerPlan.of(plan(law, noisy, flow)), 1).isEmpty(), "noise");
    assertTrue(laws(LayerPlan.of(plan(law, LabelModel.linear(), adam)), 1).isEmpty(), "method");
    assertTrue(laws(with(paper, new InitialLogits.Gaussian(0.1, 1)), 1).isEmpty(), "initial");
    assertTrue(laws(askedBy(paper, TokenLaw.imbalanced(20, 0.1)), 1).isEmpty(), "queries");
    assertTrue(laws(LayerPlan.of(flow(TokenLaw.zipf(5, 1))), 1).isEmpty(), "zipf");
    assertEquals(2, laws(paper, 1).size());
  }

  /** A "dominant" feature that is rarer than the rest leaves no under-represented query. */
  @Test
  void aRareFeatureIsNotADominantOne() {
    var layer = LayerPlan.of(flow(TokenLaw.imbalanced(5, 0.01)));
    assertTrue(laws(layer, 1).isEmpty());
    assertEquals(1, laws(layer, 0).size());
    assertInstanceOf(ErrorLaw.ClosedForm.class, laws(layer, 0).getFirst());
  }

  private static LayerPlan with(LayerPlan layer, InitialLogits initial) {
    return new LayerPlan(
        layer.plan(),
        new Coupling.Orthonormal(),
        Optional.empty(),
        Optional.empty(),
        initial,
        1,
        false);
  }

  private static LayerPlan askedBy(LayerPlan layer, TokenLaw queries) {
    return new LayerPlan(
        layer.plan(),
        new Coupling.Orthonormal(),
        Optional.of(queries),
        Optional.empty(),
        new InitialLogits.Zero(),
        1,
        false);
  }
}
