package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Format;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import java.util.Optional;

/**
 * Another population than that of training.
 *
 * @param tokenLaw its law, if another
 * @param promptLength its prompts' length; empty: that of training
 * @param noise variance of its label noise; empty: that of training
 */
public record TestChoice(
    Optional<TokenLawChoice> tokenLaw,
    Optional<PromptLength> promptLength,
    Optional<Double> noise) {
  private static final Field<TestChoice, Optional<TokenLawChoice>> TOKEN_LAW =
      Field.of("tokenLaw", Formats.optional("same", TokenLaws.FORMAT), TestChoice::tokenLaw)
          .otherwise(Optional.empty())
          .says("its token law");

  private static final Field<TestChoice, Optional<PromptLength>> PROMPT_LENGTH =
      Field.of(
              "promptLength",
              Formats.optional("same", Formats.promptLength()),
              TestChoice::promptLength)
          .otherwise(Optional.empty())
          .symbol("N")
          .unit("tokens")
          .says("length of its prompts");

  private static final Field<TestChoice, Optional<Double>> NOISE =
      Field.of("noise", Formats.optional("same", Formats.real(LabelModel.NOISE)), TestChoice::noise)
          .otherwise(Optional.empty())
          .symbol("σ²")
          .says("variance of the noise on its context labels");

  static final Format<TestChoice> FORMAT =
      RecordFormat.of(TOKEN_LAW, PROMPT_LENGTH, NOISE, TestChoice::new);

  /** The same with its length written out. */
  TestChoice onPrompts(PromptLength training) {
    return new TestChoice(tokenLaw, Optional.of(promptLength.orElse(training)), noise);
  }

  /** The length of its prompts. */
  public PromptLength length() {
    return promptLength.orElseThrow();
  }
}
