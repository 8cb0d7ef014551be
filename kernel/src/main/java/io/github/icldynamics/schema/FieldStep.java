package io.github.icldynamics.schema;

import java.util.List;

/** One step down a document. */
sealed interface FieldStep {
  /**
   * A field of a mapping.
   *
   * @param constants fields of the same mapping that go when another value comes
   */
  record Entry(String key, List<String> constants) implements FieldStep {}

  /** The only key of a mapping, which takes the place of any other. */
  record Only(String key) implements FieldStep {}

  /** An element of a list. */
  record Item(int index) implements FieldStep {}
}
