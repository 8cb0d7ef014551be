package io.github.icldynamics.lab.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page as it is served. */
class StudioPageTest {
  @RegisterExtension static final StudioBrowser BROWSER = StudioBrowser.studio();

  @Test
  void itOpensWithoutAComplaint() {
    var page = BROWSER.open("");
    page.waitForLoadState();
    assertTrue(page.title().contains("ICL Dynamics"), page.title());
    assertEquals(List.of(), BROWSER.complaints());
  }
}
