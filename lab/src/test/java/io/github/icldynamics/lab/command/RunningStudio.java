package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.Laboratory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A call of the program that serves the studio, in this process, until it is closed. */
final class RunningStudio implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("Studio at (http://127\\.0\\.0\\.1:\\d+/\\S*) \\(Ctrl\\+C ends it\\)");

  private static final long PATIENCE_MILLIS = 60_000;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicInteger code = new AtomicInteger(-1);
  private final Thread thread;

  private RunningStudio(String... arguments) {
    thread =
        new Thread(
            () ->
                code.set(
                    Icl.execute(
                        Laboratory.systems(),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        arguments)));
    thread.start();
  }

  static RunningStudio icl(String... arguments) {
    return new RunningStudio(arguments);
  }

  /** The address that is printed, as soon as it is. */
  URI address() throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (thread.isAlive() && System.currentTimeMillis() < end) {
      var line = ADDRESS.matcher(out());
      if (line.find()) {
        return URI.create(line.group(1));
      }
      Thread.sleep(5);
    }
    throw new AssertionError("no address: " + out() + err);
  }

  /** What the page would open. */
  String opened() throws InterruptedException, IOException {
    var address = address();
    String file = address.getFragment().replace("open=", "");
    try (var stream = address.resolve(file).toURL().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  String out() {
    return out.toString();
  }

  /** Ends it as Ctrl+C does; returns its exit code. */
  int end() throws InterruptedException {
    thread.interrupt();
    thread.join(PATIENCE_MILLIS);
    return code.get();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
