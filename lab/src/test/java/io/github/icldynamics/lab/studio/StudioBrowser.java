package io.github.icldynamics.lab.studio;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * <p>Every page opens with nothing stored, and is closed after its test, which fails if a page
 * complained of anything or asked another host for something. Files that one page has loaded are at
 * hand for the next one in such a window.
 */
public final class StudioBrowser
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final PageFiles STUDIO = PageFiles.studio();
  private static final NewContextOptions USUAL = new NewContextOptions().setViewportSize(1280, 900);

  private final StudioSite site;
  private final Map<NewContextOptions, BrowserContext> contexts = new LinkedHashMap<>();
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
    complaints = new Complaints(address());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    requireNonNull(complaints).forget();
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
    return open(link, USUAL);
  }

  /**
   * A page of the site in a window, on a device and with preferences as given.
   *
   * @param options the same ones for the same window: they have no equality but their identity
   */
  public Page open(String link, NewContextOptions options) {
    var page = contexts.computeIfAbsent(options, this::context).newPage();
    forgetWhatIsStored(page);
    page.navigate(address().resolve("/") + link);
    return page;
  }

  private BrowserContext context(NewContextOptions options) {
    var context = requireNonNull(browser).newContext(options);
    requireNonNull(complaints).listenTo(context);
    return context;
  }

  private void forgetWhatIsStored(Page page) {
    var everything = new JsonObject();
    everything.addProperty("origin", "http://" + address().getAuthority());
    everything.addProperty("storageTypes", "cookies,local_storage,indexeddb,service_workers");
    var session = page.context().newCDPSession(page);
    session.send("Storage.clearDataForOrigin", everything);
    session.detach();
  }

  private List<Page> pages() {
    return contexts.values().stream().flatMap(context -> context.pages().stream()).toList();
  }

  /** What pages have complained of so far in this test. */
  List<String> complaints() {
    // Lets in what the browser has already told.
    pages().forEach(page -> page.waitForTimeout(0));
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
    pages().forEach(Page::close);
    requireNonNull(complaints).forget();
    if (!isForgiven) {
      assertEquals(List.of(), heard, "what pages complained of");
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    contexts.values().forEach(BrowserContext::close);
    contexts.clear();
    if (server != null) {
      server.close();
    }
  }
}
