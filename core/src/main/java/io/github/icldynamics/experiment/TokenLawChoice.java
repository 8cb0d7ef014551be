package io.github.icldynamics.experiment;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.FeatureGroup;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.List;

/** A token law as it is written in an experiment. */
public sealed interface TokenLawChoice {
  /** The key it is written under. */
  String key();

  /** The law itself. */
  TokenLaw law();

  /** One dominant feature of probability p₁ among K. */
  record Imbalanced(long features, double dominant) implements TokenLawChoice {
    @Override
    public String key() {
      return "imbalanced";
    }

    @Override
    public TokenLaw law() {
      return TokenLaw.imbalanced(features, dominant);
    }
  }

  /** K equally frequent features. */
  record Balanced(long features) implements TokenLawChoice {
    @Override
    public String key() {
      return "balanced";
    }

    @Override
    public TokenLaw law() {
      return TokenLaw.balanced(features);
    }
  }

  /** {@code p_k ∝ k^{−exponent}}. */
  record Zipf(long features, double exponent) implements TokenLawChoice {
    @Override
    public String key() {
      return "zipf";
    }

    @Override
    public TokenLaw law() {
      return TokenLaw.zipf(features, exponent);
    }
  }

  /** Any probabilities, one a feature. */
  record Probabilities(Vector probabilities) implements TokenLawChoice {
    @Override
    public String key() {
      return "probabilities";
    }

    @Override
    public TokenLaw law() {
      return TokenLaw.of(probabilities.toArray());
    }
  }

  /** Groups of equally frequent features. */
  record Groups(List<FeatureGroup> groups) implements TokenLawChoice {
    public Groups {
      groups = List.copyOf(groups);
    }

    @Override
    public String key() {
      return "groups";
    }

    @Override
    public TokenLaw law() {
      return new TokenLaw(groups);
    }
  }
}
