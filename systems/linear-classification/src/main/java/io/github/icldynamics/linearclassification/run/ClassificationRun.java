package io.github.icldynamics.linearclassification.run;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.linearclassification.comparison.AttentionClassifier;
import io.github.icldynamics.linearclassification.comparison.ClassifierComparison;
import io.github.icldynamics.linearclassification.comparison.ComparedErrors;
import io.github.icldynamics.linearclassification.comparison.LinearDiscriminant;
import io.github.icldynamics.linearclassification.comparison.PromptClassifier;
import io.github.icldynamics.linearclassification.comparison.SharedCovariance;
import io.github.icldynamics.linearclassification.comparison.TaskSampling;
import io.github.icldynamics.linearclassification.experiment.MixtureExperiment;
import io.github.icldynamics.linearclassification.objective.InferenceError;
import io.github.icldynamics.linearclassification.objective.LongPromptLimit;
import io.github.icldynamics.linearclassification.objective.MinimiserEstimate;
import io.github.icldynamics.linearclassification.objective.Sampling;
import io.github.icldynamics.linearclassification.training.ConvergenceRate;
import io.github.icldynamics.linearclassification.training.MixtureRun;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.work.Progress;
import io.github.icldynamics.work.WatchedWorkforce;
import io.github.icldynamics.work.Workforce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/**
 * An experiment of the mixture system carried out.
 *
 * @param minimiser W*
 * @param learningRate η
 * @param safeRate η at which descent cannot overshoot
 * @param training the run
 * @param trainingPoints over which the risk descended was averaged; 0 where nothing was sampled
 * @param rate how fast it converged; empty if it was too short to tell
 * @param states of the run at some times, ascending from 0 to its end
 * @param inference the error of a layer with W* against test prompts of several lengths, ascending
 * @param inferenceIdeally the same for a layer trained on infinite prompts
 * @param byTrainingLength the error of layers trained on prompts of several lengths, ascending, on
 *     infinite prompts
 * @param longPrompts what the errors come to for long prompts; empty unless training and test are
 *     in the paper's setting
 * @param comparison with classical classifiers, by test prompt length, ascending
 */
record ClassificationRun(
    MixtureExperiment experiment,
    MinimiserEstimate minimiser,
    double learningRate,
    double safeRate,
    MixtureRun training,
    long trainingPoints,
    Optional<ConvergenceRate> rate,
    List<State> states,
    List<AtLength> inference,
    List<AtLength> inferenceIdeally,
    List<AtLength> byTrainingLength,
    Optional<LongPromptLimit> longPrompts,
    List<ComparedAt> comparison) {
  private static final int POINTS_OF_INFERENCE = 2048;
  private static final int POINTS_OF_LIMIT = 512;
  private static final int REPLICATES = 16;

  /** Enough for W* − W_∞, which is known far better than W* itself. */
  private static final double ERROR_OF_OTHER_LENGTHS = 0.02;

  private static final long[] LENGTHS = {10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000};

  /** Classical classifiers take longer the more tokens they see. */
  private static final int[] LENGTHS_OF_COMPARISON = {10, 20, 50, 100, 200, 500};

  private static final int COMPARED_TASKS = 200;
  private static final int COMPARED_QUERIES = 50;
  private static final int MOST_STATES = 100;

  /** About as many as a minimiser takes; only the bar of progress depends on it. */
  private static final double PIECES_OF_A_STAGE = 300;

  ClassificationRun {
    states = List.copyOf(states);
    comparison = List.copyOf(comparison);
    inference = List.copyOf(inference);
    inferenceIdeally = List.copyOf(inferenceIdeally);
    byTrainingLength = List.copyOf(byTrainingLength);
  }

  /**
   * An error at a prompt length.
   *
   * @param length of test prompts, or of training prompts
   */
  record AtLength(PromptLength length, InferenceError error) {}

  /**
   * A state of the run.
   *
   * @param squaredDistance {@code ‖W − W*‖²}
   * @param weights on the axes of Λ
   */
  record State(double tau, double loss, double squaredDistance, Vector weights) {}

  /**
   * Classifiers compared at a length of test prompts.
   *
   * @param length M
   */
  record ComparedAt(int length, ComparedErrors errors) {}

  /**
   * Finds the minimiser, trains, and tests.
   *
   * @param others classifiers to compare the layer with, besides the linear discriminants
   */
  static ClassificationRun execute(
      MixtureExperiment experiment,
      List<PromptClassifier> others,
      Workforce workforce,
      Progress progress) {
    return new Execution(experiment, others, workforce, progress).run();
  }

  /** How the training ended. */
  Ending ending() {
    return training.trajectory().outcome().ending();
  }

  /** The parts of the work, one after the other. */
  private record Execution(
      MixtureExperiment experiment,
      List<PromptClassifier> others,
      Workforce workforce,
      Progress progress) {
    ClassificationRun run() {
      begin("looking for the minimiser", 0);
      var minimiser = stage(0, 0.25).minimiser();
      var descent = DescentRisk.of(experiment, workforce);
      double rate = descent.learningRate();
      begin("training", 0.25);
      var training = train(descent);
      var states = states(training, rate);
      begin("testing", 0.5);
      var testing = stage(0.5, 0.6);
      var ideally = testing.minimiser(PromptLength.infinite(), ERROR_OF_OTHER_LENGTHS).minimiser();
      var inference = testing.inference(List.of(minimiser.minimiser(), ideally));
      begin("comparing classifiers", 0.6);
      var comparison = stage(0.6, 0.7).comparison(minimiser);
      begin("training on prompts of other lengths", 0.7);
      return new ClassificationRun(
          experiment,
          minimiser,
          rate,
          descent.safeRate(),
          training,
          descent.points(),
          ConvergenceRate.of(training, rate),
          states,
          inference.getFirst(),
          inference.getLast(),
          byTrainingLength(),
          longPrompts(),
          comparison);
    }

    /** So that the time left is told by what is done within the stage. */
    private void begin(String stage, double done) {
      progress.report(done);
      progress.doing(stage);
    }

    /** The same work, which tells how far a stage of it is. */
    private Execution stage(double from, double to) {
      var watched = new WatchedWorkforce(workforce, progress, from, to, PIECES_OF_A_STAGE);
      return new Execution(experiment, others, watched, progress);
    }

    private MinimiserEstimate minimiser() {
      return minimiser(experiment.promptLength(), experiment.accuracy().standardError());
    }

    /** All iterations of a short run; of a long one, evenly spaced ones. */
    private List<State> states(MixtureRun training, double rate) {
      double end = training.trajectory().end();
      long last = (long) FastMath.rint(end / rate);
      int count = (int) Math.max(1, Math.min(last, MOST_STATES));
      return IntStream.rangeClosed(0, count)
          .mapToObj(i -> state(training, training.trajectory().nearestTime(end * i / count)))
          .toList();
    }

    private static State state(MixtureRun training, double tau) {
      return new State(
          tau,
          training.lossAt(tau),
          training.squaredDistanceAt(tau),
          training.trajectory().weightsAt(tau));
    }

    private Optional<LongPromptLimit> longPrompts() {
      boolean known = experiment.law().isAsPublished() && !experiment.isShifted();
      return known
          ? Optional.of(LongPromptLimit.of(experiment.law(), sampling(POINTS_OF_LIMIT), workforce))
          : Optional.empty();
    }

    private List<ComparedAt> comparison(MinimiserEstimate minimiser) {
      var law = experiment.testLaw();
      var own =
          Stream.of(
              AttentionClassifier.of(minimiser.minimiser()),
              new LinearDiscriminant(new SharedCovariance.Known(law.covariance())),
              new LinearDiscriminant(new SharedCovariance.Estimated()));
      var classifiers = Stream.concat(own, others.stream()).toList();
      var sampling =
          new TaskSampling(COMPARED_TASKS, COMPARED_QUERIES, experiment.accuracy().seed());
      return Arrays.stream(LENGTHS_OF_COMPARISON)
          .mapToObj(length -> new ClassifierComparison(law, length, classifiers, sampling))
          .map(each -> new ComparedAt(each.promptLength(), each.errors(workforce)))
          .toList();
    }

    private MixtureRun train(DescentRisk descent) {
      double expected = descent.expectedIterations();
      return MixtureRun.train(
          descent.risk(),
          descent.minimum(),
          experiment.method(descent.learningRate()),
          descent.learningRate(),
          experiment.start(),
          experiment.training().until(),
          (tau, left) -> {
            double iterations = tau / descent.learningRate();
            progress.at(iterations, "share of ‖W − W*‖² left", left);
            progress.report(0.25 + 0.25 * Math.min(1, iterations / expected));
          });
    }

    private Sampling sampling(int points) {
      return new Sampling(points, REPLICATES, experiment.accuracy().seed())
          .fitting(experiment.law());
    }

    private MinimiserEstimate minimiser(PromptLength length, double standardError) {
      return MinimiserEstimate.of(
          experiment.law(), length, standardError, experiment.accuracy().seed(), workforce);
    }

    /** The errors of each layer, by test prompt length. */
    private List<List<AtLength>> inference(List<SquareMatrix> layers) {
      var byLength = testLengths().stream().map(length -> errors(layers, length)).toList();
      return IntStream.range(0, layers.size())
          .mapToObj(layer -> byLength.stream().map(errors -> errors.get(layer)).toList())
          .toList();
    }

    private List<AtLength> errors(List<SquareMatrix> layers, PromptLength length) {
      var sampling = sampling(POINTS_OF_INFERENCE);
      return InferenceError.ofEach(layers, experiment.testLaw(), length, sampling, workforce)
          .stream()
          .map(error -> new AtLength(length, error))
          .toList();
    }

    /** The usual ones and the test's own. */
    private List<PromptLength> testLengths() {
      var own = experiment.test().promptLength();
      var lengths =
          LongStream.concat(
                  LongStream.of(LENGTHS),
                  own instanceof PromptLength.Finite(long tokens)
                      ? LongStream.of(tokens)
                      : LongStream.empty())
              .distinct()
              .sorted()
              .mapToObj(PromptLength::of);
      return Stream.concat(lengths, Stream.of(PromptLength.infinite())).toList();
    }

    /** Tested on infinite prompts, so that nothing but training errs. */
    private List<AtLength> byTrainingLength() {
      var layers = new ArrayList<SquareMatrix>();
      for (long tokens : LENGTHS) {
        layers.add(minimiser(PromptLength.of(tokens), ERROR_OF_OTHER_LENGTHS).minimiser());
        progress.report(0.7 + 0.3 * layers.size() / LENGTHS.length);
      }
      var errors = errors(layers, PromptLength.infinite());
      return IntStream.range(0, LENGTHS.length)
          .mapToObj(i -> new AtLength(PromptLength.of(LENGTHS[i]), errors.get(i).error()))
          .toList();
    }
  }
}
