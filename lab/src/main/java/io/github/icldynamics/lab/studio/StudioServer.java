package io.github.icldynamics.lab.studio;

import com.sun.net.httpserver.HttpServer;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.schema.InvalidInputException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a site to this machine, and to no other, until it is closed. */
public final class StudioServer implements AutoCloseable {
  /** The port that is tried first where none is asked for, so that addresses stay the same. */
  private static final int USUAL_PORT = 8025;

  private static final int ANY_PORT = 0;
  private static final int USUAL_QUEUE = 0;

  private final HttpServer server;
  private final ExecutorService threads;
  private final String start;

  private StudioServer(HttpServer server, StudioSite site) {
    this.server = server;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.start = site.start();
    int port = server.getAddress().getPort();
    server.createContext("/", new StudioHandler(site, hosts(port)));
    server.setExecutor(threads);
    server.start();
  }

  private static Set<String> hosts(int port) {
    return port == 80
        ? Set.of("127.0.0.1", "localhost", "127.0.0.1:80", "localhost:80")
        : Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /**
   * Serves at a port.
   *
   * @param port from 1 to 65535
   * @throws InvalidInputException if it is not free
   */
  public static StudioServer at(int port, StudioSite site) {
    try {
      return new StudioServer(bind(port), site);
    } catch (BindException e) {
      boolean isForbidden = String.valueOf(e.getMessage()).contains("Permission denied");
      String why = isForbidden ? "a port that you may open" : "a free port";
      throw new InvalidInputException("--port", "must be " + why + ", and " + port + " is not");
    } catch (IOException e) {
      throw StorageException.opening("port " + port, e);
    }
  }

  /** Serves at the usual port, or at any other if that is not free. */
  public static StudioServer atUsualPort(StudioSite site) {
    try {
      return at(USUAL_PORT, site);
    } catch (InvalidInputException e) {
      return atAnyPort(site);
    }
  }

  static StudioServer atAnyPort(StudioSite site) {
    try {
      return new StudioServer(bind(ANY_PORT), site);
    } catch (IOException e) {
      throw StorageException.opening("a port", e);
    }
  }

  private static HttpServer bind(int port) throws IOException {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return HttpServer.create(new InetSocketAddress(loopback, port), USUAL_QUEUE);
  }

  /** The address of the site, at which it begins. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + start);
  }

  /** Ends at once: no request is answered any more, and the port is free. */
  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
