package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.softmaxregression.law.TokenLaw;

/** The part a feature plays in its law. */
public enum Role {
  /** No feature is more frequent, and some are less. */
  DOMINANT("dominant"),
  /** Some feature is more frequent. */
  UNDER_REPRESENTED("under-represented"),
  /** All features are equally frequent. */
  BALANCED("balanced");

  private final String title;

  Role(String title) {
    this.title = title;
  }

  /** The field's word for it. */
  public String title() {
    return title;
  }

  /** The role of a feature, counted from 0. */
  public static Role of(TokenLaw law, long feature) {
    if (law.isBalanced()) {
      return BALANCED;
    }
    double highest = law.groups().get(law.mostProbableGroup()).probability();
    return law.probability(feature) == highest ? DOMINANT : UNDER_REPRESENTED;
  }
}
