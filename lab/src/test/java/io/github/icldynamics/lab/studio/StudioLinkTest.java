package io.github.icldynamics.lab.studio;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The link is the state; no link breaks the page. */
class StudioLinkTest {
  @RegisterExtension static final StudioBrowser BROWSER = StudioBrowser.studio();

  private static final int STATES = 50;
  private static final int LINKS = 1000;

  /** One in so many is opened too: a page takes each in 20 ms. */
  private static final int OPENED = 10;

  private static final String RANDOM_STATES = read("/studio/random-states.js");

  @Test
  void randomStatesSurviveTheLink() {
    var failures =
        withRandomStates()
            .evaluate(
                """
                async (count) => {
                  const { randomState } = await import('./test/random-states.js');
                  const { toLink, fromLink } = await import('./src/state/link.js');
                  const failures = [];
                  for (let seed = 1; seed <= count; seed++) {
                    const state = randomState(seed);
                    const link = toLink(state);
                    const back = fromLink(link);
                    const same = JSON.stringify(back.state, replace) === JSON.stringify(state, replace);
                    if (!same || back.problem !== null || toLink(back.state) !== link) {
                      failures.push(`seed ${seed}: ${link}`);
                    }
                  }
                  return failures;
                  function replace(key, value) {
                    const isRecord = value && typeof value === 'object' && !Array.isArray(value);
                    if (isRecord) {
                      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
                    }
                    return value === Infinity ? 'Infinity' : value;
                  }
                }
                """,
                STATES);
    assertEquals(List.of(), failures);
  }

  /** Opened as a link, changed by hand, and read off again. */
  @Test
  void theOpenPageTakesAndGivesTheLink() {
    var page = BROWSER.open("#v1&law=balanced&K=64&N=inf&eps=0.001");
    page.evaluate("() => icl.whenIdle()");
    assertEquals(
        Map.of("kind", "balanced", "features", 64),
        page.evaluate("() => icl.state().experiment.law"));
    page.evaluate("() => { location.hash = '#v1&law=balanced&K=65'; }");
    page.waitForFunction("() => icl.state().experiment.law.features === 65");
    assertEquals(true, page.evaluate("() => location.hash.includes('K=65')"));
  }

  @Test
  @SuppressWarnings("unchecked") // The page answers with a list of links.
  void aThousandMalformedLinksNeverBreakThePage() {
    var page = withRandomStates();
    page.evaluate("() => icl.whenIdle()");
    var broken =
        (List<String>)
            page.evaluate(
                """
                async ([count, opened]) => {
                  const { malformedLinks } = await import('./test/random-states.js');
                  const { fromLink, toLink } = await import('./src/state/link.js');
                  const { DEFAULT_STATE } = await import('./src/state/experiment.js');
                  const home = toLink(DEFAULT_STATE);
                  const broken = [];
                  for (const [i, link] of malformedLinks(count, 1).entries()) {
                    const { state, problem } = fromLink(link);
                    const isDefault = toLink(state) === home;
                    const isSentence = typeof problem === 'string' && /[.?]$/.test(problem) && problem.length < 400;
                    if (!isDefault || !isSentence) {
                      broken.push(link.slice(0, 80));
                      continue;
                    }
                    if (i % opened !== 0) {
                      continue;
                    }
                    try {
                      location.hash = link;
                    } catch {
                      // A text that no address can hold has already been refused above.
                    }
                    await new Promise((resolve) => setTimeout(resolve, 0));
                  }
                  await icl.whenIdle();
                  if (toLink({ ...icl.state(), view: DEFAULT_STATE.view }) !== home) {
                    broken.push(`the page's state: ${toLink(icl.state())}`);
                  }
                  return broken;
                }
                """,
                List.of(LINKS, OPENED));
    assertEquals(List.of(), broken);
    assertTrue(page.locator("[role=alert], [role=status]").count() > 0);
    assertFalse(page.content().contains("<script>alert"));
  }

  /** The page with a module of random states beside its own. */
  private static Page withRandomStates() {
    var page = BROWSER.open("");
    page.route(
        "**/test/random-states.js",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody(RANDOM_STATES)));
    return page;
  }

  private static String read(String resource) {
    try (var stream = requireNonNull(StudioLinkTest.class.getResourceAsStream(resource))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
