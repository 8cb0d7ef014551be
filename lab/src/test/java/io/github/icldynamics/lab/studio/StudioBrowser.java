package io.github.icldynamics.lab.studio;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A served site and a browser to open it in, for the tests of one class. Register it in a static
 * field with {@code @RegisterExtension}.
 *
 * <p>Every page has a context of its own, with nothing stored in it, and is closed after its test,
 * which fails if a page complained of anything or asked another host for something.
 */
public final class StudioBrowser
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final PageFiles STUDIO = PageFiles.studio();

  private final StudioSite site;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private @Nullable Browser browser;
  private @Nullable StudioServer server;
  private @Nullable Complaints complaints;
  private boolean isForgiven;

  private StudioBrowser(StudioSite site) {
    this.site = site;
  }

  /** The studio itself. */
  public static StudioBrowser studio() {
    return serving(StudioSite.of(STUDIO));
  }

  /** Any site. */
  static StudioBrowser serving(StudioSite site) {
    return new StudioBrowser(site);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    browser = Chromium.of(context);
    server = StudioServer.atAnyPort(site);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    complaints = new Complaints(address());
    isForgiven = false;
  }

  /** The address of the site. */
  public URI address() {
    return requireNonNull(server).address();
  }

  /**
   * A page of the site in a usual window.
   *
   * @param link what follows the site's address, such as {@code #K=1000}
   */
  public Page open(String link) {
    return open(link, new NewContextOptions().setViewportSize(1280, 900));
  }

  /** A page of the site in a window, on a device and with preferences as given. */
  public Page open(String link, NewContextOptions options) {
    var page = context(options).newPage();
    page.navigate(address().resolve("/") + link);
    return page;
  }

  private BrowserContext context(NewContextOptions options) {
    var context = requireNonNull(browser).newContext(options);
    contexts.add(context);
    requireNonNull(complaints).listenTo(context);
    return context;
  }

  /** What pages have complained of so far in this test. */
  List<String> complaints() {
    // Lets in what the browser has already told.
    contexts.stream().flatMap(each -> each.pages().stream()).forEach(p -> p.waitForTimeout(0));
    return requireNonNull(complaints).all();
  }

  /** Waits for a page to complain; the test then passes in spite of it. */
  void awaitComplaint(Page page, String part) {
    isForgiven = true;
    page.waitForCondition(() -> complaints().stream().anyMatch(text -> text.contains(part)));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    requireSilence();
  }

  /** Closes all pages; fails if one has complained. */
  void requireSilence() {
    var heard = complaints();
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    complaints = new Complaints(address());
    if (!isForgiven) {
      assertEquals(List.of(), heard, "what pages complained of");
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (server != null) {
      server.close();
    }
  }
}
