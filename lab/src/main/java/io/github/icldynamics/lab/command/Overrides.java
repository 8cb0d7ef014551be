package io.github.icldynamics.lab.command;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.QueryChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.lab.experiment.Fields;
import io.github.icldynamics.lab.experiment.Numbers;
import io.github.icldynamics.prompt.InvalidInputException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code icl run} that replace what the preset or the file says. */
final class Overrides {
  @Option(names = "--features", paramLabel = "K", description = "number of features")
  private @Nullable String features;

  @Option(
      names = "--dominant",
      paramLabel = "p1",
      description = "probability of the dominant feature")
  private @Nullable String dominant;

  @Option(names = "--prompt-length", paramLabel = "N|inf", description = "tokens in a prompt")
  private @Nullable String promptLength;

  @Option(names = "--learning-rate", paramLabel = "η", description = "learning rate")
  private @Nullable String learningRate;

  @Option(
      names = "--epsilon",
      paramLabel = "ε",
      description = "excess error that counts as converged")
  private @Nullable String epsilon;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "flow, gd, momentum, nesterov, adam, signgd, normalized or sgd")
  private @Nullable String method;

  @Option(names = "--until", paramLabel = "τ|auto", description = "flow time to train to")
  private @Nullable String until;

  @Option(names = "--query", paramLabel = "k|all", description = "feature to query, counted from 0")
  private @Nullable String query;

  /** The experiment with the options put in. */
  Experiment apply(Experiment base) {
    return new Experiment(
        tokenLaw(base.tokenLaw()),
        given(promptLength)
            .map(text -> Numbers.promptLength("--prompt-length", text))
            .orElseGet(base::promptLength),
        base.labels(),
        given(method).map(Overrides::method).orElseGet(base::method),
        number("--learning-rate", learningRate, base.learningRate()),
        number("--epsilon", epsilon, base.epsilon()),
        until(base.until()),
        given(query).map(Overrides::queries).orElseGet(base::queries),
        base.constants(),
        base.variations());
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text);
  }

  private static double number(String option, @Nullable String text, double otherwise) {
    return text == null ? otherwise : Numbers.finite(option, text);
  }

  private TokenLawChoice tokenLaw(TokenLawChoice base) {
    if (dominant != null && !(base instanceof TokenLawChoice.Imbalanced)) {
      throw new InvalidInputException(
          "--dominant", "goes with the imbalanced law, not with " + base.key());
    }
    return switch (base) {
      case TokenLawChoice.Imbalanced(long k, double p) ->
          new TokenLawChoice.Imbalanced(features(k), number("--dominant", dominant, p));
      case TokenLawChoice.Balanced(long k) -> new TokenLawChoice.Balanced(features(k));
      case TokenLawChoice.Zipf(long k, double exponent) ->
          new TokenLawChoice.Zipf(features(k), exponent);
      case TokenLawChoice.Probabilities _, TokenLawChoice.Groups _ -> {
        if (features != null) {
          throw new InvalidInputException(
              "--features", "goes with the laws imbalanced, balanced and zipf, not " + base.key());
        }
        yield base;
      }
    };
  }

  private long features(long otherwise) {
    return features == null ? otherwise : Numbers.whole("--features", features);
  }

  private static MethodChoice method(String text) {
    return MethodChoice.named(text)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--method",
                    "must be " + Fields.alternatives(MethodChoice.keys()) + ", not " + text));
  }

  private OptionalDouble until(OptionalDouble otherwise) {
    if (until == null) {
      return otherwise;
    }
    return until.equals("auto")
        ? OptionalDouble.empty()
        : OptionalDouble.of(Numbers.finite("--until", until));
  }

  private static QueryChoice queries(String text) {
    return switch (text) {
      case "all" -> new QueryChoice.All();
      case "auto" -> new QueryChoice.Automatic();
      default ->
          new QueryChoice.Listed(
              Arrays.stream(text.split(",", -1)).map(k -> Numbers.whole("--query", k)).toList());
    };
  }
}
