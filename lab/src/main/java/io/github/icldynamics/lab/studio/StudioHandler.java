package io.github.icldynamics.lab.studio;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Answers every request to the studio. */
final class StudioHandler implements HttpHandler {
  private static final int NO_BODY = -1;

  /** The page may load nothing from elsewhere, run no text as a script, and stand in no frame. */
  private static final String PAGE_POLICY = policy("'self' 'wasm-unsafe-eval'");

  /**
   * What loads the engine makes its functions from text: a policy of its own, for that thread
   * alone.
   */
  private static final String ENGINE_POLICY = policy("'self' 'wasm-unsafe-eval' 'unsafe-eval'");

  private static final String ENGINE_THREAD = "/src/engine/worker.js";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "Vary", "Accept-Encoding",
          "X-Content-Type-Options", "nosniff");

  private final StudioSite site;
  private final Set<String> hosts;

  /**
   * @param site what to show
   * @param hosts the values of {@code Host} that are answered
   */
  StudioHandler(StudioSite site, Set<String> hosts) {
    this.site = site;
    this.hosts = Set.copyOf(hosts);
  }

  private static String policy(String scripts) {
    return "default-src 'self'; script-src "
        + scripts
        + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'";
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(reply(exchange), exchange);
    }
  }

  private Reply reply(HttpExchange exchange) {
    if (!isForUs(exchange.getRequestHeaders().getOrDefault("Host", List.of()))) {
      return Reply.foreignHost();
    }
    if (!Reply.isForMethod(exchange.getRequestMethod())) {
      return Reply.methodNotAllowed();
    }
    return site.at(exchange.getRequestURI().getPath()).map(Reply::found).orElseGet(Reply::notFound);
  }

  private boolean isForUs(List<String> given) {
    return given.size() == 1 && hosts.contains(given.get(0).toLowerCase(Locale.ROOT));
  }

  private static void send(Reply reply, HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    ALWAYS.forEach(headers::set);
    boolean loadsEngine = exchange.getRequestURI().getPath().equals(ENGINE_THREAD);
    headers.set("Content-Security-Policy", loadsEngine ? ENGINE_POLICY : PAGE_POLICY);
    headers.set("Content-Type", reply.body().type().contentType());
    headers.set("Cache-Control", reply.body().type().cacheControl());
    if (reply.status() == 405) {
      headers.set("Allow", "GET, HEAD");
    }
    byte[] body = encode(reply.body(), exchange.getRequestHeaders(), headers);
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(reply.status(), NO_BODY);
    } else {
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] encode(Asset asset, Headers asked, Headers answered) {
    if (!asset.isSmallerCompressed() || !AcceptedEncodings.of(asked).hasGzip()) {
      return asset.plain();
    }
    answered.set("Content-Encoding", "gzip");
    return asset.compressed();
  }
}
