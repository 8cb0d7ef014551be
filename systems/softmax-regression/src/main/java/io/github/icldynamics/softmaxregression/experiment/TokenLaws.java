package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.schema.ChoiceFormat;
import java.util.List;

/** All token laws, in the order in which they are offered. */
final class TokenLaws {
  /** How a law is written: {@code {imbalanced: {…}}}. */
  static final ChoiceFormat<TokenLawChoice> FORMAT =
      ChoiceFormat.of(
          List.of(
              TokenLawChoice.Imbalanced.KIND,
              TokenLawChoice.Balanced.KIND,
              TokenLawChoice.Zipf.KIND,
              TokenLawChoice.Geometric.KIND,
              TokenLawChoice.Probabilities.KIND,
              TokenLawChoice.Weights.KIND,
              TokenLawChoice.Groups.KIND));

  private TokenLaws() {}
}
