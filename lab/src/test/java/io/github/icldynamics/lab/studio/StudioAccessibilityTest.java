package io.github.icldynamics.lab.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every view in light and dark, on a desk and on a phone, held against axe's rules. */
class StudioAccessibilityTest {
  @RegisterExtension static final StudioBrowser BROWSER = StudioBrowser.studio();

  private static final NewContextOptions DESK = new NewContextOptions().setViewportSize(1440, 900);

  private static final NewContextOptions PHONE =
      new NewContextOptions().setViewportSize(390, 844).setHasTouch(true);

  /** Views of the page, each a link. */
  private static final List<String> LINKS =
      List.of(
          "#v1&law=zipf&K=8",
          "#v1&law=imbalanced&K=1000&pin=law:imbalanced;K:100",
          "#v1&law=imbalanced&tour=3",
          "#v1&law=nonsense",
          "#v1");

  private static final String EXPORT = ".menu-frame > button";
  private static final String HELP = "#help";

  @Test
  void axeFindsNothingSeriousOnADesk() {
    assertAccessible(DESK, List.of(EXPORT, HELP));
  }

  /** Its dialog of help tells of keys that a phone has not. */
  @Test
  void axeFindsNothingSeriousOnAPhone() {
    assertAccessible(PHONE, List.of(EXPORT));
  }

  private static void assertAccessible(NewContextOptions device, List<String> opened) {
    var page = BROWSER.open("", device);
    for (String link : LINKS) {
      page.navigate(BROWSER.address().resolve("/") + link);
      assertAccessible(page, link);
    }
    for (String button : opened) {
      page.locator(button).first().click();
      assertAccessible(page, button);
      page.keyboard().press("Escape");
    }
  }

  private static void assertAccessible(Page page, String view) {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
      page.evaluate("() => icl.whenIdle()");
      assertEquals(List.of(), Accessibility.violations(page), view + ", " + scheme);
    }
  }
}
