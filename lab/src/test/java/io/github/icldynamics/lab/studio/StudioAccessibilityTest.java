package io.github.icldynamics.lab.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every view in light and dark, on a desk and on a phone, held against axe's rules. */
class StudioAccessibilityTest {
  @RegisterExtension static final StudioBrowser BROWSER = StudioBrowser.studio();

  private static final NewContextOptions DESK = new NewContextOptions().setViewportSize(1440, 900);

  private static final NewContextOptions PHONE =
      new NewContextOptions().setViewportSize(390, 844).setHasTouch(true);

  /** A view of the page: a link, and what is clicked there, if anything. */
  enum View {
    PLAIN("", ""),
    TOUR("#v1&law=imbalanced&tour=3", ""),
    PINS("#v1&law=imbalanced&K=1000&pin=law:imbalanced;K:100", ""),
    ZIPF("#v1&law=zipf&K=8", ""),
    BROKEN_LINK("#v1&law=nonsense", ""),
    HELP("", "#help"),
    EXPORT("", ".menu-frame > button");

    private final String link;
    private final String clicked;

    View(String link, String clicked) {
      this.link = link;
      this.clicked = clicked;
    }
  }

  @ParameterizedTest
  @EnumSource
  void axeFindsNothingSeriousOnADesk(View view) {
    assertAccessible(view, DESK);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HELP") // its dialog tells of keys
  void axeFindsNothingSeriousOnAPhone(View view) {
    assertAccessible(view, PHONE);
  }

  private static void assertAccessible(View view, NewContextOptions device) {
    var page = BROWSER.open(view.link, device);
    page.evaluate("() => icl.whenIdle()");
    if (!view.clicked.isEmpty()) {
      page.locator(view.clicked).first().click();
    }
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
      page.evaluate("() => icl.whenIdle()");
      assertEquals(List.of(), Accessibility.violations(page), scheme.name());
    }
  }
}
