package io.github.icldynamics.lab.text;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
record Place(int line, int column) {
  /** That of the character at an index of a text. */
  static Place of(String text, int index) {
    int line = 1;
    int begin = 0;
    for (int i = 0; i < index; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        begin = i + 1;
      }
    }
    return new Place(line, text.codePointCount(begin, index) + 1);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
