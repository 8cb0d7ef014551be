package io.github.icldynamics.lab.command;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Something on the standard input of this process, until it is closed. */
final class StandardInput implements AutoCloseable {
  private final InputStream before = System.in;

  private StandardInput(byte[] bytes) {
    System.setIn(new ByteArrayInputStream(bytes));
  }

  static StandardInput of(byte[] bytes) {
    return new StandardInput(bytes);
  }

  static StandardInput of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    System.setIn(before);
  }
}
