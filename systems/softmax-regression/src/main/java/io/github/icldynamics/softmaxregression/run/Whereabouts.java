package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.descent.Watch;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.work.Progress;

/** Tells of runs of an experiment where they are. */
record Whereabouts(Experiment experiment, Progress progress) {
  /** What watches one of several runs. */
  Watch ofOne() {
    return (tau, error) -> progress.at(experiment.iterations(tau), "error", error);
  }

  /** What watches the only run: it tells too how much is done, where an end is given. */
  Watch ofAll() {
    var until = experiment.training().until();
    if (experiment.training().method().isContinuous() || until.isEmpty()) {
      return ofOne();
    }
    var where = ofOne();
    double last = until.getAsDouble();
    return (tau, error) -> {
      where.at(tau, error);
      progress.report(Math.min(1, tau / last));
    };
  }
}
