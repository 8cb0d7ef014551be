package io.github.icldynamics.linearclassification.experiment;

import io.github.icldynamics.schema.ChoiceFormat;
import io.github.icldynamics.schema.ChoiceFormat.Bare;
import io.github.icldynamics.schema.ChoiceFormat.Form;
import io.github.icldynamics.schema.Formats;
import java.util.List;

/** The ways to write a covariance. */
final class Covariances {
  static final ChoiceFormat<CovarianceChoice> FORMAT =
      ChoiceFormat.of(
          List.of(
              new Bare<>(
                  Form.ROWS,
                  "a symmetric matrix [[…], …]",
                  "any matrix",
                  CovarianceChoice.Given.class,
                  Formats.symmetricMatrix()
                      .as(CovarianceChoice.Given::new, CovarianceChoice.Given::matrix)),
              new Bare<>(
                  Form.LIST,
                  "a list of variances",
                  "a diagonal matrix",
                  CovarianceChoice.Diagonal.class,
                  Formats.vector()
                      .as(CovarianceChoice.Diagonal::new, CovarianceChoice.Diagonal::variances)),
              new Bare<>(
                  Form.MAPPING,
                  "{conditionNumber: …}",
                  "axes in random directions, variances evenly spaced by ratio around 1",
                  CovarianceChoice.Random.class,
                  CovarianceChoice.Random.FORMAT)));

  private Covariances() {}
}
