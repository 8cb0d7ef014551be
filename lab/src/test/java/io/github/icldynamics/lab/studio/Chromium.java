package io.github.icldynamics.lab.studio;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A Chromium without a window, started once for all tests and ended after the last. */
final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--disable-quic");

  private static final String MISSING =
      "The tests of the studio's page need Chromium, and there is none: install it (Debian's"
          + " package is chromium), or say in CHROMIUM where it is.";

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    // Without the variable it would look for browsers of its own on the network.
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
  }

  /** The one of all tests, started if it is not yet; skips or fails the test if there is none. */
  static Browser of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Chromium.class))
        .computeIfAbsent(Chromium.class, _ -> new Chromium(program()), Chromium.class)
        .browser;
  }

  private static Path program() {
    var program = new ChromiumProgram(System.getenv(), Files::isExecutable);
    return program.find().orElseGet(() -> program.isRequired() ? fail(MISSING) : abort(MISSING));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
