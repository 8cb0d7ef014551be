package io.github.icldynamics.lab.figure;

/** The small raised or lowered characters of Unicode and the ordinary ones they stand for. */
enum Script {
  SUPER("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", 0.62, -0.36),
  SUB("₀₁₂₃₄₅₆₇₈₉₋₊ₖₘₙ", 0.62, 0.16),
  NONE("", 1, 0);

  /** All raised and lowered characters. */
  static final String ALL = SUPER.characters + SUB.characters;

  private static final String ORDINARY = "0123456789-+kmn";

  private final String characters;
  private final double size;
  private final double drop;

  Script(String characters, double size, double drop) {
    this.characters = characters;
    this.size = size;
    this.drop = drop;
  }

  static Script of(char character) {
    for (var script : values()) {
      if (script.characters.indexOf(character) >= 0) {
        return script;
      }
    }
    return NONE;
  }

  /** Its size, in sizes of the ordinary font. */
  double size() {
    return size;
  }

  /** How far below the line of writing it stands, in sizes of the ordinary font. */
  double drop() {
    return drop;
  }

  /** The ordinary text for text in this script. */
  String ordinary(String text) {
    if (this == NONE) {
      return text;
    }
    var plain = new StringBuilder();
    text.chars().map(characters::indexOf).forEach(i -> plain.append(ORDINARY.charAt(i)));
    return plain.toString().replace('-', '\u2212');
  }
}
