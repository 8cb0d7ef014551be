package io.github.icldynamics.lab.studio;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What pages of a site must not do: complain, fail to load anything, or ask other hosts. */
final class Complaints {
  private static final Set<String> BAD_MESSAGES = Set.of("error", "warning", "assert");
  private static final Set<String> INNER_SCHEMES = Set.of("data", "blob", "about");

  private final String site;
  private final List<String> complaints = new ArrayList<>();

  /**
   * @param site the address that everything has to come from
   */
  Complaints(URI site) {
    this.site = site.getAuthority();
  }

  /** Listens to all pages of a context. */
  void listenTo(BrowserContext context) {
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> complaints.add("uncaught: " + error.error()));
    context.onRequest(this::hear);
    context.onResponse(this::hear);
    context.onRequestFailed(this::hearFailure);
  }

  private void hear(ConsoleMessage message) {
    if (BAD_MESSAGES.contains(message.type())) {
      complaints.add(message.type() + ": " + message.text() + " (" + message.location() + ")");
    }
  }

  private void hear(Request request) {
    if (isElsewhere(request.url())) {
      complaints.add("request to another host: " + request.url());
    }
  }

  /** What a page itself calls off, by leaving or by ending a worker, has not failed. */
  private void hearFailure(Request request) {
    if (!request.failure().equals("net::ERR_ABORTED")) {
      complaints.add("failed: " + request.url() + " " + request.failure());
    }
  }

  private boolean isElsewhere(String url) {
    String scheme = url.substring(0, url.indexOf(':'));
    return !INNER_SCHEMES.contains(scheme) && !url.startsWith("http://" + site + "/");
  }

  private void hear(Response response) {
    if (response.status() >= 400) {
      complaints.add("status " + response.status() + ": " + response.url());
    }
  }

  /** All so far. */
  List<String> all() {
    return List.copyOf(complaints);
  }

  /** Begins anew. */
  void forget() {
    complaints.clear();
  }
}
