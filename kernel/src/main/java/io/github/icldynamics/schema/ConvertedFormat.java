package io.github.icldynamics.schema;

import java.util.function.Function;

/** A format of other values that correspond to these. */
record ConvertedFormat<T, U>(Format<T> format, Function<T, U> to, Function<U, T> from)
    implements Format<U> {
  @Override
  public U read(Node node) {
    return to.apply(format.read(node));
  }

  @Override
  public Node write(U value) {
    return format.write(from.apply(value));
  }

  @Override
  public Shape shape() {
    return format.shape();
  }

  @Override
  public Node replace(Node node, Replacements replacements) {
    return format.replace(node, replacements);
  }
}
