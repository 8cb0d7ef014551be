package io.github.icldynamics.studio;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.training.RepresentativeFeatures;
import java.util.ArrayList;
import java.util.List;

/**
 * The queries that the page trains and draws: all of an experiment, or some that stand for them.
 */
final class ShownQueries {
  private static final int MOST = 8;

  private ShownQueries() {}

  static List<Long> of(Experiment experiment) {
    var trained = experiment.features();
    var law = experiment.law();
    var shown = new ArrayList<Long>(trained);
    if (trained.size() > MOST) {
      shown.retainAll(RepresentativeFeatures.of(law));
    }
    long weights = (long) shown.size() * law.groups().size();
    if (weights > Experiment.MANY_WEIGHTS) {
      throw new InvalidInputException(
          "tokenLaw",
          "must have at most "
              + Experiment.MANY_WEIGHTS / shown.size()
              + " distinct features in the browser, not "
              + law.groups().size());
    }
    return shown.isEmpty() ? trained.subList(0, MOST) : shown;
  }
}
