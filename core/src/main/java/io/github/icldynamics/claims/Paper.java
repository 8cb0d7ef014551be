package io.github.icldynamics.claims;

/** The paper whose setting a claim speaks of. */
public enum Paper {
  HUANG_2024(
      "huang2024", "Huang, Cheng & Liang, In-Context Convergence of Transformers, ICML 2024"),
  SHEN_2025(
      "shen2025",
      "Shen, Zhou, Yang & Shen, On the Training Convergence of Transformers for In-Context"
          + " Classification of Gaussian Mixtures, ICML 2025");

  private final String key;
  private final String reference;

  Paper(String key, String reference) {
    this.key = key;
    this.reference = reference;
  }

  /** The word for it on the command line and in JSON. */
  public String key() {
    return key;
  }

  /** Authors, title, venue. */
  public String reference() {
    return reference;
  }
}
