package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.softmaxregression.experiment.ChangeChoice;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The queries of a law whose dominant feature hands over to another; all times in units of T. */
enum HandoverQuery {
  FORMERLY_DOMINANT(0),
  NEWLY_DOMINANT(1),
  BYSTANDER(2);

  private static final long FEATURES = 100;
  private static final double DOMINANT = 0.5;
  private static final double REST = (1 - DOMINANT) / (FEATURES - 1);
  static final TokenLawChoice BEFORE = law(DOMINANT, REST);
  static final TokenLawChoice AFTER = law(REST, DOMINANT);

  /** T, the whole time of a bystander under one law. */
  private static final double WHOLE = Sweep.time(BEFORE, BYSTANDER.number);

  /** How long runs are, those with a switch after it. */
  private static final double LONG = 3;

  /** The feature's, and that of the colour in which the query is drawn. */
  private final int number;

  HandoverQuery(int number) {
    this.number = number;
  }

  int color() {
    return number;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static TokenLawChoice law(double first, double second) {
    return new TokenLawChoice.Groups(
        List.of(
            new FeatureGroup(first, 1),
            new FeatureGroup(second, 1),
            new FeatureGroup(REST, FEATURES - 2)));
  }

  /** A switch from one law to the other. */
  static Experiment switching(double at) {
    double tau = at * WHOLE;
    return changing(new ChangeChoice.Switch(tau, AFTER), tau + LONG * WHOLE);
  }

  private static Experiment changing(ChangeChoice change, double until) {
    return Sweep.experiment(BEFORE).until(until).with(Experiment.CHANGE, Optional.of(change));
  }

  private ColumnRun train(ChangeChoice change) {
    return train(changing(change, LONG * WHOLE));
  }

  private ColumnRun train(Experiment experiment) {
    return experiment.layerPlan().train(number);
  }

  private ColumnRun steady() {
    return Sweep.run(BEFORE, number).extendedTo(LONG * WHOLE);
  }

  /** When a phase ends under the first law. */
  double end(PhaseName phase) {
    return phase.end(Sweep.run(BEFORE, number)) / WHOLE;
  }

  /** The time from zero to ε under the second law. */
  double fromScratch() {
    return Sweep.time(AFTER, number) / WHOLE;
  }

  /** The times from switches to ε under the second law, as shares of that from scratch. */
  Series<Double> relearning(List<Double> switches) {
    double scratch = Sweep.time(AFTER, number);
    return Series.of(switches, at -> relearn(train(switching(at)), at * WHOLE) / scratch);
  }

  /** The time from the end of a drift over T to ε under the second law. */
  double relearningAfterDrift() {
    return relearn(train(new ChangeChoice.Drift(WHOLE, AFTER)), WHOLE) / WHOLE;
  }

  /** The flow time from another on until the error under the second law is within ε. */
  private double relearn(ColumnRun run, double from) {
    var learned = Sweep.within(Sweep.EPSILON, Sweep.column(AFTER, number));
    return run.trajectory().firstTime(learned, from).orElseThrow() - from;
  }

  /** The error under a law at the time T of a run under the first one. */
  double errorAtWhole(TokenLawChoice law) {
    var logits = steady().trajectory().logitsAt(WHOLE);
    return PopulationEvaluator.of(Sweep.column(law, number)).evaluate(logits).loss();
  }

  /** Errors by time under the first law. */
  Series<Double> steadyErrors() {
    return errors(steady());
  }

  /** Errors by time under laws that go to and fro, under that of the time. */
  Series<Double> cycledErrors(double period) {
    return errors(train(new ChangeChoice.Cycle(period * WHOLE, AFTER)));
  }

  private static Series<Double> errors(ColumnRun run) {
    double end = run.trajectory().end();
    var times = Sweep.linear(0, LONG, 1500);
    var states = run.states(times.stream().map(t -> Math.min(t * WHOLE, end)).toList());
    return new Series<>(times, states.stream().map(state -> state.value().loss()).toList());
  }

  /** The last time of a cycle at which the error is above ε. */
  double lastAbove(double period) {
    return cycledErrors(period).last(error -> error > Sweep.EPSILON);
  }
}
