package io.github.icldynamics.lab.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopBrowserTest {
  private static final URI ADDRESS = URI.create("http://127.0.0.1:8025/#open=run/experiment.yaml");

  @Test
  void everySystemHasItsCommand() {
    String address = ADDRESS.toString();
    assertEquals(List.of("open", address), command("Mac OS X", Map.of()));
    assertEquals(
        List.of("cmd", "/c", "start", "", address), command("Windows 11", Map.of("DISPLAY", "")));
    assertEquals(List.of("xdg-open", address), command("Linux", Map.of("DISPLAY", ":0")));
    assertEquals(
        List.of("xdg-open", address), command("FreeBSD", Map.of("WAYLAND_DISPLAY", "wayland-0")));
  }

  @Test
  void withoutADisplayNothingIsStarted() {
    assertEquals(List.of(), command("Linux", Map.of("TERM", "xterm")));
  }

  @Test
  void aCommandThatIsNotThereIsNoError() {
    DesktopBrowser.start(List.of("a-command-that-no-system-has"));
  }

  private static List<String> command(String system, Map<String, String> environment) {
    return DesktopBrowser.command(system, environment, ADDRESS);
  }
}
