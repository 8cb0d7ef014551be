package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.studio.DesktopBrowser;
import io.github.icldynamics.lab.studio.StudioServer;
import io.github.icldynamics.lab.studio.StudioSite;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Numerals;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the studio is served, for every command that opens it. */
final class ServingOptions {
  private static final int ANY_PORT = 0;
  private static final Bounds PORTS = Bounds.count(ANY_PORT, 65_535);

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "the studio's port on 127.0.0.1 (default: 8025, or another if it is taken)")
  private @Nullable String port;

  @Option(names = "--no-browser", description = "print the studio's address, open no browser")
  private boolean noBrowser;

  /** Serves a site until the thread is interrupted, or the process ends. */
  void serve(StudioSite site, PrintWriter out) {
    try (var server = start(site)) {
      out.println("Studio at " + server.address() + " (Ctrl+C ends it)");
      out.flush();
      if (!noBrowser) {
        DesktopBrowser.show(server.address());
      }
      waitForInterruption();
    }
  }

  private StudioServer start(StudioSite site) {
    int number = port();
    return number == ANY_PORT ? StudioServer.atUsualPort(site) : StudioServer.at(number, site);
  }

  /** The port asked for; 0 if none is. */
  int port() {
    return port == null ? ANY_PORT : (int) PORTS.require("--port", Numerals.whole("--port", port));
  }

  private static void waitForInterruption() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
