package io.github.icldynamics.claim;

/** Whose statement a claim is. */
public enum Standing {
  /** The paper's, from its published summaries, in our words. */
  PAPER("paper"),
  /** The paper's as remembered; it could not be compared with the text. */
  RECALLED("recalled"),
  /** This project's. */
  OURS("ours");

  private final String key;

  Standing(String key) {
    this.key = key;
  }

  /** The word for it. */
  public String key() {
    return key;
  }
}
