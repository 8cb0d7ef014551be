package io.github.icldynamics.linearclassification.experiment;

import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.schema.RecordFormat;
import java.util.Optional;

/**
 * The prompts and tasks of the test.
 *
 * @param promptLength M
 * @param covariance Λ there, if another
 * @param priors the classes' probabilities there, if others
 * @param means how means are drawn there, if otherwise
 */
public record TestChoice(
    PromptLength promptLength,
    Optional<CovarianceChoice> covariance,
    Optional<Vector> priors,
    Optional<MeanLaw> means) {
  private static final long USUAL_LENGTH = 1000;

  private static final Field<TestChoice, PromptLength> PROMPT_LENGTH =
      Field.of("promptLength", Formats.promptLength(), TestChoice::promptLength)
          .otherwise(PromptLength.of(USUAL_LENGTH))
          .symbol("M")
          .unit("tokens")
          .says("tokens in a test prompt");

  private static final Field<TestChoice, Optional<CovarianceChoice>> COVARIANCE =
      Field.of("covariance", Formats.optional("same", Covariances.FORMAT), TestChoice::covariance)
          .otherwise(Optional.empty())
          .symbol("Λ")
          .says("covariance of the test's tokens");

  private static final Field<TestChoice, Optional<Vector>> PRIORS =
      Field.of("priors", Formats.optional("same", Formats.vector()), TestChoice::priors)
          .otherwise(Optional.empty())
          .says("probabilities of the test's classes");

  private static final Field<TestChoice, Optional<MeanLaw>> MEANS =
      Field.of("means", Formats.optional("same", MixtureChoice.MEAN_LAW), TestChoice::means)
          .otherwise(Optional.empty())
          .says("how the test's means are drawn");

  static final RecordFormat<TestChoice> FORMAT =
      RecordFormat.of(PROMPT_LENGTH, COVARIANCE, PRIORS, MEANS, TestChoice::new);

  /** The laws of training, with prompts of 1000 tokens. */
  public static TestChoice usual() {
    return new TestChoice(
        PromptLength.of(USUAL_LENGTH), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
