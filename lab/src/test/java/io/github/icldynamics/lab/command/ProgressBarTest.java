package io.github.icldynamics.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final StringWriter shown = new StringWriter();
  private final AtomicLong clock = new AtomicLong();
  private final ProgressBar bar = new ProgressBar(new PrintWriter(shown), clock::get);

  @Test
  void shortWorkShowsNothing() {
    clock.set(500_000_000L);
    bar.report(0.5);
    bar.report(1);
    assertEquals("", shown.toString());
  }

  @Test
  void longWorkShowsItsShareAndTheTimeLeftAndIsWipedAtTheEnd() {
    clock.set(3_000_000_000L);
    bar.report(0.25);
    assertTrue(shown.toString().endsWith(" 25%  9 s left"), shown.toString());
    clock.set(12_000_000_000L);
    bar.report(1);
    assertTrue(shown.toString().endsWith(" \r"), shown.toString());
  }
}
