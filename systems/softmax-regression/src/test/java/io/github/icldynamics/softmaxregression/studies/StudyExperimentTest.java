package io.github.icldynamics.softmaxregression.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.softmaxregression.experiment.ChangeChoice;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.Preset;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.experiment.Training;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The one run that each study hands out shows a number of the study's page. */
class StudyExperimentTest {
  private static final List<Experiment> ALL =
      List.of(
          BalanceStudy.experiment(),
          BrokenAssumptionsStudy.experiment(),
          ChangingLawsStudy.experiment(),
          CorrelatedFeaturesStudy.experiment(),
          FasterTrainingStudy.experiment(),
          FunctionClassesStudy.experiment(),
          ImbalanceStudy.experiment(),
          InitialWeightsStudy.experiment(),
          LabelNoiseStudy.experiment(),
          LearningRateStudy.experiment(),
          PromptLengthStudy.experiment(),
          ValueScaleStudy.experiment(),
          WholeRunStudy.experiment());

  private static ColumnRun run(Experiment experiment, long query) {
    var plan = experiment.layerPlan();
    return plan.isCoupled() ? plan.trainTogether(List.of(query)).getFirst() : plan.train(query);
  }

  private static double convergence(ColumnRun run) {
    return run.convergence().orElseThrow();
  }

  private static long iterations(Experiment experiment) {
    return experiment.features().stream()
        .mapToLong(query -> Math.round(experiment.iterations(convergence(run(experiment, query)))))
        .max()
        .orElseThrow();
  }

  private static void shows(String onThePage, int digits, double measured) {
    assertEquals(onThePage, SignificantDigits.of(measured, digits));
  }

  @Test
  void eachStudyHasOneOfItsOwn() {
    assertEquals(Studies.all().size(), Set.copyOf(ALL).size());
    for (var preset : Preset.values()) {
      ALL.forEach(experiment -> assertNotEquals(preset.experiment(), experiment));
    }
  }

  @Test
  void theWholeRunTakesLongerThanItsPlateau() {
    var run = run(WholeRunStudy.experiment(), 1);
    shows("1.654", 4, convergence(run) * 0.5 / 1e4);
  }

  @Test
  void theTrainedValueScaleOvershoots() {
    var run = ValueScaleStudy.experiment().layerPlan().trainTogether(List.of(1L)).getFirst();
    double largest =
        DoubleStream.of(run.trajectory().knots().toArray())
            .map(tau -> run.stateAt(tau).valueScale())
            .max()
            .orElseThrow();
    shows("2.74", 3, largest);
  }

  @Test
  void thePapersSettingLeavesATenthAtItsTime() {
    shows("2.036e8", 4, convergence(run(BrokenAssumptionsStudy.experiment(), 1)));
  }

  @Test
  void theBalancedErrorIsHighHalfWay() {
    var run = run(BalanceStudy.experiment(), 0);
    shows("0.498", 3, run.stateAt(convergence(run) / 2).value().loss());
  }

  @Test
  void aBystanderRelearnsFast() {
    var experiment = ChangingLawsStudy.experiment();
    double whole = ((ChangeChoice.Switch) experiment.change().orElseThrow()).at();
    var run = run(experiment, 2);
    var learned = Sweep.within(Sweep.EPSILON, run.trajectory().columnAt(2 * whole));
    double end = run.trajectory().firstTime(learned, whole).orElseThrow();
    shows("0.12", 2, end / whole - 1);
  }

  @Test
  void correlationBringsTheEndOfPhaseTwoForward() {
    double scaled =
        Math.pow(0.1, 3) * PhaseName.II.end(run(CorrelatedFeaturesStudy.experiment(), 1));
    shows("0.32", 2, scaled / Sweep.time(new TokenLawChoice.Imbalanced(1000, 0.5), 1));
  }

  @Test
  void signDescentTakesFewIterations() {
    assertEquals(70, iterations(FasterTrainingStudy.experiment()));
  }

  @Test
  void cubicFunctionsAreLearnedSevenTimesAsFast() {
    var run = run(FunctionClassesStudy.experiment(), 1);
    var learned = Sweep.within(7 * Sweep.EPSILON, run.trajectory().column());
    double end = run.trajectory().firstTime(learned, 0).orElseThrow();
    shows("7", 3, Sweep.time(new TokenLawChoice.Imbalanced(100, 0.5), 1) / end);
  }

  /** The page's number is that of the ratio of its sweep which is nearest to 999, 1007. */
  @Test
  void theDominantFeatureComesFirst() {
    var experiment = ImbalanceStudy.experiment();
    double share = convergence(run(experiment, 0)) / convergence(run(experiment, 1));
    assertEquals(3.52e-5, share, 0.01 * share);
  }

  /** Its start is another draw than those of the study, so its time is one between theirs. */
  @Test
  void aRandomStartIsOneOfMany() {
    var spread = InitialWeightsStudy.Spread.of(1);
    shows("9.78", 3, spread.factor());
    double reference = Sweep.time(new TokenLawChoice.Imbalanced(100, 0.5), 1);
    double time = convergence(run(InitialWeightsStudy.experiment(), 1)) / reference;
    assertTrue(time > spread.least() && time < spread.most(), time + " in " + spread);
  }

  @Test
  void noiseDelaysLearningALittle() {
    var experiment = LabelNoiseStudy.experiment();
    var noiseless = Experiment.of(experiment.tokenLaw(), experiment.promptLength());
    double delay = PhaseName.III.end(run(experiment, 1)) / PhaseName.III.end(run(noiseless, 1));
    shows("1.006", 4, delay);
  }

  /** The page loses its first query at a rate of 50.1/p of the rarest feature. */
  @Test
  void noQueryIsLostYet() {
    var experiment = LearningRateStudy.experiment();
    assertTrue(iterations(experiment) < 2000);
    double rate = 50.1 / experiment.law().probability(49);
    var training = experiment.training().with(Training.LEARNING_RATE, rate);
    var faster = experiment.with(Experiment.TRAINING, training);
    assertTrue(
        faster.features().stream().anyMatch(query -> run(faster, query).convergence().isEmpty()));
  }

  @Test
  void shortPromptsHardlyDelayLearning() {
    var experiment = PromptLengthStudy.experiment();
    shows("1.16", 3, convergence(run(experiment, 1)) / Sweep.time(experiment.tokenLaw(), 1));
  }
}
