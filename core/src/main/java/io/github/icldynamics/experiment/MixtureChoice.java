package io.github.icldynamics.experiment;

import io.github.icldynamics.classification.MeanLaw;
import io.github.icldynamics.classification.MixtureLaw;
import io.github.icldynamics.numeric.Vector;
import java.util.Optional;

/**
 * The law of tasks as it is written in an experiment.
 *
 * @param classes c
 * @param dimension d
 * @param covariance Λ
 * @param priors the classes' probabilities; empty: equal
 * @param means how means are drawn
 */
public record MixtureChoice(
    int classes,
    int dimension,
    CovarianceChoice covariance,
    Optional<Vector> priors,
    MeanLaw means) {
  /** The law. */
  public MixtureLaw law() {
    var law = MixtureLaw.of(classes, covariance.matrix(dimension)).withMeans(means);
    return priors.map(law::withPriors).orElse(law);
  }
}
