package io.github.icldynamics.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private final StringWriter shown = new StringWriter();
  private final AtomicLong clock = new AtomicLong();

  private ProgressDisplay display(boolean isTerminal) {
    return new ProgressDisplay(new PrintWriter(shown), clock::get, isTerminal);
  }

  private void after(double seconds, ProgressDisplay display) {
    clock.set((long) (seconds * 1e9));
    display.show();
  }

  @Test
  void shortWorkShowsNothing() {
    var display = display(true);
    display.report(0.5);
    after(0.25, display);
    display.close();
    assertEquals("", shown.toString());
  }

  @Test
  void longWorkShowsItsShareAndTheTimeLeftAndIsWipedAtTheEnd() {
    var display = display(true);
    display.doing("training");
    display.at(12345, "error", 0.25);
    display.report(0.25);
    after(3, display);
    String line = "25%  training, iteration 12,345, error 0.250, 9 s left";
    assertTrue(shown.toString().endsWith(line), shown.toString());
    display.close();
    assertTrue(shown.toString().endsWith(" \r"), shown.toString());
  }

  @Test
  void silentWorkIsShownWithinHalfASecond() {
    var display = display(true);
    after(0.5, display);
    assertTrue(shown.toString().endsWith("0%  at work, 1 s so far"), shown.toString());
  }

  @Test
  void theTimeLeftIsThatOfWhatIsBeingDoneNow() {
    var display = display(true);
    display.report(0.5);
    after(1, display);
    display.doing("slowly");
    display.report(0.5 + 1e-6);
    after(2, display);
    assertTrue(shown.toString().endsWith("50%  slowly, 6 days left"), shown.toString());
    display.report(0.5 + 1e-15);
    after(3, display);
    assertTrue(shown.toString().endsWith("slowly, more than a century left"), shown.toString());
  }

  @Test
  void aShorterLineCoversALongerOne() {
    var display = display(true);
    display.doing("looking for the minimiser");
    after(1, display);
    int before = shown.toString().length();
    display.doing("training");
    after(2, display);
    assertEquals(2 * before, shown.toString().length());
  }

  @Test
  void whereNobodyLooksThereIsALineAMinute() {
    var display = display(false);
    for (int second = 0; second < 200; second++) {
      after(second, display);
    }
    display.close();
    assertEquals(
        """
        icl: 0%  at work, 4 s so far
        icl: 0%  at work, 64 s so far
        icl: 0%  at work, 2 min so far
        icl: 0%  at work, 3 min so far
        """,
        shown.toString());
  }
}
