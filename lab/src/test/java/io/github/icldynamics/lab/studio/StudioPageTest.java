package io.github.icldynamics.lab.studio;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import io.github.icldynamics.lab.Laboratory;
import io.github.icldynamics.lab.text.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page as it is served, under a hand. Every test fails if the page complains of anything. */
class StudioPageTest {
  @RegisterExtension static final StudioBrowser BROWSER = StudioBrowser.studio();

  private static final String SHOWN_FEATURES = "() => icl.state().experiment.law.features";

  private static Page open(String link) {
    var page = BROWSER.open(link);
    page.evaluate("() => icl.whenIdle()");
    return page;
  }

  @Test
  void itOpensWithARun() {
    var page = open("");
    assertTrue(page.title().contains("ICL Dynamics"), page.title());
    assertEquals("converged", page.evaluate("() => icl.run().outcome"));
    assertEquals(false, page.evaluate("() => icl.run().draft"));
  }

  @Test
  void aSliderTrainsAgain() {
    var page = open("");
    var before = page.evaluate("() => icl.run().end");
    page.locator("[data-field='law.dominant'] input[type=range]").focus();
    page.keyboard().press("ArrowRight");
    page.evaluate("() => icl.whenIdle()");
    assertNotEquals(before, page.evaluate("() => icl.run().end"));
    assertEquals(0.51, page.evaluate("() => icl.state().experiment.law.dominant"));
  }

  @Test
  void aRefusedValueIsASentenceAndChangesNothing() {
    var page = open("");
    var field = page.locator("[data-field='epsilon'] .field-value");
    field.fill("-3");
    field.press("Enter");
    assertEquals("true", field.getAttribute("aria-invalid"));
    String problem = page.locator("[data-field='epsilon'] .field-problem").innerText();
    assertTrue(problem.contains("-3") || problem.contains("−3"), problem);
    assertEquals(0.01, page.evaluate("() => icl.state().experiment.epsilon"));
  }

  @Test
  void undoAndRedoGoBackAndForth() {
    var page = open("#v1&law=imbalanced&K=50");
    page.evaluate(
        "() => icl.setState({experiment: {...icl.state().experiment, law: {kind: 'imbalanced',"
            + " features: 60, dominant: 0.5}}})");
    assertEquals(60, page.evaluate(SHOWN_FEATURES));
    page.locator("#undo").click();
    assertEquals(50, page.evaluate(SHOWN_FEATURES));
    page.locator("#redo").click();
    assertEquals(60, page.evaluate(SHOWN_FEATURES));
  }

  @Test
  void pinnedRunsStay() {
    var page = open("");
    page.locator("#pin").click();
    page.evaluate(
        "() => icl.setState({experiment: {...icl.state().experiment, promptLength: 100}})");
    page.evaluate("() => icl.whenIdle()");
    assertEquals(1, page.evaluate("() => icl.state().pins.length"));
    assertTrue(page.locator(".chip-name").first().innerText().contains("N"));
    page.locator(".chip-remove").first().click();
    assertEquals(0, page.evaluate("() => icl.state().pins.length"));
  }

  @Test
  void theTourHasSixSteps() {
    var page = open("");
    page.locator("#tour-start").click();
    for (int step = 1; step <= 6; step++) {
      page.evaluate("() => icl.whenIdle()");
      assertEquals(step, page.evaluate("() => icl.state().view.tour"));
      assertFalse(page.locator(".tour-text").innerText().isBlank());
      if (step < 6) {
        page.locator(".tour .primary").click();
      }
    }
    assertEquals(1_000_000_000, page.evaluate(SHOWN_FEATURES));
  }

  @Test
  void aPhaseSaysWhatHappensInIt() {
    var page = open("");
    assertAll(Stream.of("I", "II", "III", "IV").map(phase -> () -> assertStory(page, phase)));
  }

  private static void assertStory(Page page, String phase) {
    page.locator(".phase[data-phase='" + phase + "']").focus();
    page.keyboard().press("Enter");
    page.evaluate("() => icl.whenIdle()");
    String story = page.locator("#story").innerText();
    assertTrue(story.contains("Phase " + phase + ","), story);
    assertTrue(page.locator("#story .katex").count() > 0, story);
  }

  @Test
  void exportsAreFiles() {
    var page = open("");
    assertAll(
        () -> assertExport(page, "CSV", ".csv", "error"),
        () -> assertExport(page, "LaTeX", ".tex", "toprule"),
        () -> assertExport(page, "YAML", ".yaml", "tokenLaw:"),
        () -> assertExport(page, "Weights as SVG", ".svg", "<svg"),
        () -> assertExport(page, "Weights as PNG", ".png", "PNG"));
  }

  private static void assertExport(Page page, String item, String ending, String content)
      throws IOException {
    page.locator(".menu-frame > button").first().click();
    var entry = page.locator(".menu-item:has-text('%1$s'), [aria-label='%1$s']".formatted(item));
    var download = page.waitForDownload(() -> entry.first().click());
    assertTrue(download.suggestedFilename().endsWith(ending), download.suggestedFilename());
    var bytes = Files.readAllBytes(download.path());
    assertTrue(new String(bytes, StandardCharsets.UTF_8).contains(content));
  }

  @Test
  void aPastedExperimentIsShown() {
    var page = open("");
    String yaml = "tokenLaw: {zipf: {features: 5, exponent: 0.5}}\npromptLength: inf\n";
    page.locator("#import").click();
    page.locator("#import-text").fill(yaml);
    page.locator("dialog[open] .primary").click();
    page.waitForFunction("() => icl.state().experiment.law.kind === 'zipf'");
    var written =
        page.evaluate(
            "async () => (await import('./src/state/yaml.js')).toYaml(icl.state().experiment)");
    assertEquals(Yaml.text(Laboratory.systems().read(Yaml.read("test", yaml)).document()), written);
  }

  @Test
  void onAPhoneNothingSticksOut() {
    var phone = new NewContextOptions().setViewportSize(390, 844).setHasTouch(true);
    var page = BROWSER.open("", phone);
    page.evaluate("() => icl.whenIdle()");
    assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
  }
}
