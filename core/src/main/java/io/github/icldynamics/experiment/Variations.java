package io.github.icldynamics.experiment;

import io.github.icldynamics.analysis.InitialLogits;
import io.github.icldynamics.prompt.ChangingLaw;
import io.github.icldynamics.prompt.PromptLength;
import java.util.Optional;

/**
 * What an experiment changes in the paper's setting beside law, labels and method.
 *
 * @param gram Γ
 * @param initial S at τ = 0
 * @param queryLaw how often features are queried, if not by the tokens' law
 * @param change how the token law changes in time, if it does
 * @param valueScale ν at τ = 0
 * @param trainsValueScale whether ν is trained with Q
 * @param test what the trained layer is tested on, if on something else
 */
public record Variations(
    GramChoice gram,
    InitialLogits initial,
    Optional<TokenLawChoice> queryLaw,
    Optional<Change> change,
    double valueScale,
    boolean trainsValueScale,
    Optional<Test> test) {
  /** The paper's setting. */
  public static Variations none() {
    return new Variations(
        new GramChoice.Identity(),
        new InitialLogits.Zero(),
        Optional.empty(),
        Optional.empty(),
        1,
        false,
        Optional.empty());
  }

  /** The same from other initial logits. */
  public Variations withInitial(InitialLogits other) {
    return new Variations(gram, other, queryLaw, change, valueScale, trainsValueScale, test);
  }

  /**
   * A token law that changes.
   *
   * @param to the law it changes to
   * @param course how
   */
  public record Change(TokenLawChoice to, ChangingLaw.Course course) {}

  /**
   * Another population than that of training.
   *
   * @param tokenLaw its law, if another
   * @param promptLength its prompts' length
   */
  public record Test(Optional<TokenLawChoice> tokenLaw, PromptLength promptLength) {}
}
