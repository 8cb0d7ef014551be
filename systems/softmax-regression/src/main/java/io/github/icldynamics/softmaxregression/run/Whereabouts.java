package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.descent.Watch;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;

/** Tells of runs of an experiment where they are. */
record Whereabouts(Experiment experiment, Wanted wanted, Progress progress) {
  /** What watches one of several runs. */
  Watch ofOne() {
    return (tau, error) -> progress.at(experiment.iterations(tau), "error", error);
  }

  /** What watches the only run: it tells too how much is done, where an end is given. */
  Watch ofAll() {
    var training = experiment.training();
    double last = wanted.times().stream().reduce(training.until().orElse(0), Math::max);
    if (training.method().isContinuous() || last == 0) {
      return ofOne();
    }
    var where = ofOne();
    return (tau, error) -> {
      where.at(tau, error);
      progress.report(Math.min(1, tau / last));
    };
  }
}
