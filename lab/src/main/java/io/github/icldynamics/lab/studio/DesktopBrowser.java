package io.github.icldynamics.lab.studio;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The browser of whoever sits at this machine.
 *
 * <p>The program runs without a display of its own, so Java's desktop cannot open anything; the
 * system's own command can.
 */
public final class DesktopBrowser {
  private DesktopBrowser() {}

  /** Shows an address, if there is a display and a command that can. */
  public static void show(URI address) {
    var command = command(System.getProperty("os.name", ""), System.getenv(), address);
    if (!command.isEmpty()) {
      start(command);
    }
  }

  static void start(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // The command is not there. The address has been printed, which is enough to go on with.
      return;
    }
  }

  /** The command that shows an address on a system; empty if nothing can be shown. */
  static List<String> command(String system, Map<String, String> environment, URI address) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return List.of("open", address.toString());
    }
    if (name.startsWith("windows")) {
      // The empty text is the title of the window, which a first text in quotes would become.
      return List.of("cmd", "/c", "start", "", address.toString());
    }
    // Without a display it would start a browser for terminals, in ours.
    return environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY")
        ? List.of("xdg-open", address.toString())
        : List.of();
  }
}
