package io.github.icldynamics.lab.verify;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Verdict;

/** The kinds of verdict, to be counted and shown. */
public enum VerdictKind {
  HOLDS("holds", "✓"),
  RESTRICTED("holds-restricted", "◐"),
  FAILS("fails", "✗"),
  INCONCLUSIVE("inconclusive", "?"),
  NOT_APPLICABLE("not-applicable", "–");

  private final String key;
  private final String sign;

  VerdictKind(String key, String sign) {
    this.key = key;
    this.sign = sign;
  }

  /** The word for it, also in JSON. */
  public String key() {
    return key;
  }

  /** The word for people. */
  public String words() {
    return this == RESTRICTED ? "holds, restricted" : key.replace('-', ' ');
  }

  /** A sign that is understood without colour. */
  public String sign() {
    return sign;
  }

  /** The kind of a verdict. */
  public static VerdictKind of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds _ -> HOLDS;
      case Verdict.Restricted _ -> RESTRICTED;
      case Verdict.Fails _ -> FAILS;
      case Verdict.Inconclusive _ -> INCONCLUSIVE;
      case Verdict.NotApplicable _ -> NOT_APPLICABLE;
    };
  }

  /** The verdict that a check alone would give. */
  public static VerdictKind of(Check.Ruling ruling) {
    return switch (ruling) {
      case MET -> HOLDS;
      case MISSED -> FAILS;
      case OPEN -> INCONCLUSIVE;
    };
  }
}
