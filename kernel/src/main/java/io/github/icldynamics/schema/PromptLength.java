package io.github.icldynamics.schema;

import java.util.function.Function;

/** The number N of labelled tokens in a prompt. */
public sealed interface PromptLength {
  /** The longest finite prompt, 10¹⁸ tokens. */
  long LONGEST = 1_000_000_000_000_000_000L;

  /** A prompt of so many tokens, from 1 to {@link #LONGEST}. */
  record Finite(long tokens) implements PromptLength {
    public Finite {
      if (tokens < 1 || tokens > LONGEST) {
        throw new InvalidInputException(
            "promptLength", "must be from 1 to 1e18, or inf, not " + tokens);
      }
    }

    @Override
    public String toString() {
      return Long.toString(tokens);
    }
  }

  /** The limit of long prompts, in which the counts are proportional to the probabilities. */
  record Infinite() implements PromptLength {
    @Override
    public String toString() {
      return "inf";
    }
  }

  /** A prompt of so many tokens. */
  static PromptLength of(long tokens) {
    return new Finite(tokens);
  }

  /** The limit of long prompts. */
  static PromptLength infinite() {
    return new Infinite();
  }

  /** The field of N, for all experiments that have one. */
  static <E> Field<E, PromptLength> field(Function<E, PromptLength> value) {
    return Field.of("promptLength", Formats.promptLength(), value)
        .symbol("N")
        .unit("tokens")
        .option(CommandOption.of("--prompt-length", "N|inf"));
  }
}
