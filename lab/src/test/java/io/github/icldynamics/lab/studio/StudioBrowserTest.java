package io.github.icldynamics.lab.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tests of pages rely on: a page that does well passes, and all else is noticed. */
class StudioBrowserTest {
  @RegisterExtension static final StudioBrowser BROWSER = StudioBrowser.serving(StandIn.site());

  @Test
  void aPageThatDoesWellRunsAndIsSilent() {
    var page = BROWSER.open("#a=1");
    page.waitForFunction("() => hash.textContent === '1 section, #a=1'");
    assertEquals("Stand-in", page.title());
    assertEquals(List.of(), BROWSER.complaints());
  }

  @Test
  void theWindowIsAsAskedFor() {
    var phone =
        new NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setColorScheme(ColorScheme.DARK);
    var page = BROWSER.open("", phone);
    assertEquals(390, page.evaluate("innerWidth"));
    assertEquals(true, page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "console.error('a complaint')",
        "console.warn('a complaint')",
        "console.assert(false, 'a complaint')",
        "setTimeout(() => { throw new Error('a complaint'); })",
        "void Promise.reject(new Error('a complaint'))",
        "void new Worker('src/complaining-worker.js')"
      })
  void complaintsAreHeard(String script) {
    var page = BROWSER.open("");
    page.evaluate(script);
    BROWSER.awaitComplaint(page, "a complaint");
  }

  @Test
  void aTestFailsForWhatItsPagesComplainOf() {
    var page = BROWSER.open("");
    page.evaluate("console.error('a complaint')");
    page.waitForCondition(() -> !BROWSER.complaints().isEmpty());
    var failure = assertThrows(AssertionError.class, BROWSER::requireSilence);
    assertTrue(failure.toString().contains("error: a complaint"), failure.toString());
  }

  @Test
  void missingFilesAreNoticed() {
    var page = BROWSER.open("");
    page.evaluate("fetch('nothing.json')");
    BROWSER.awaitComplaint(page, "status 404: " + BROWSER.address() + "nothing.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/a.png' }))",
        "location.href = 'http://127.0.0.1:9/'"
      })
  void requestsToOtherHostsAreNoticed(String script) {
    var page = BROWSER.open("");
    page.evaluate(script);
    BROWSER.awaitComplaint(page, "http://127.0.0.1:9/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "document.body.append(Object.assign(document.createElement('script'), { text: '1' }))",
        "setTimeout(() => globalThis['ev' + 'al']('1'))"
      })
  void textIsNotRunAsAScript(String script) {
    var page = BROWSER.open("");
    page.evaluate(script);
    BROWSER.awaitComplaint(page, "Content Security Policy");
  }

  @Test
  void aReadablePageIsAccessible() {
    assertEquals(List.of(), Accessibility.violations(BROWSER.open("")));
  }

  @Test
  void whatCannotBeReadIsFound() {
    var page = BROWSER.open("");
    page.evaluate("hash.style.color = '#eee'");
    page.evaluate("document.querySelector('main').append(document.createElement('button'))");
    var violations = Accessibility.violations(page);
    assertEquals(2, violations.size(), violations.toString());
    assertTrue(violations.get(0).startsWith("critical button-name"), violations.toString());
    assertTrue(violations.get(1).startsWith("serious color-contrast"), violations.toString());
  }
}
