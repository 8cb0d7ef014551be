package io.github.icldynamics.schema;

import java.util.Collection;

/** What is said of a key that nobody has declared. */
final class UnknownKey {
  private static final String MERGE = "<<";

  private UnknownKey() {}

  /**
   * A complaint about a key.
   *
   * @param value that stands under it
   * @param known the keys that could have been meant
   */
  static InvalidInputException of(String key, Node value, Collection<String> known) {
    return new InvalidInputException(
        Words.clipped(key), "is not a known key" + remedy(key, value, known));
  }

  private static String remedy(String key, Node value, Collection<String> known) {
    if (key.equals(MERGE)) {
      return "; merge keys are not followed, write the fields themselves";
    }
    // {noise: 0,5} is a mapping of two keys.
    boolean isDecimalComma =
        value instanceof Node.Nothing
            && !key.isEmpty()
            && key.chars().allMatch(c -> c >= '0' && c <= '9');
    return isDecimalComma
        ? "; if it stands behind a decimal comma, write a decimal point"
        : Words.hint(key, known);
  }
}
