package io.github.icldynamics.softmaxregression.views;

/** Features as the papers write them: v₁ is feature number 0. */
final class FeatureNames {
  private FeatureNames() {}

  static String of(long feature) {
    var name = new StringBuilder("v");
    Long.toString(feature + 1).chars().forEach(digit -> name.append((char) (digit - '0' + '₀')));
    return name.toString();
  }
}
