package io.github.icldynamics.lab.studio;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds wrong with a page for people who do not see it, or not well. */
final class Accessibility {
  private static final String RULES = rules();

  /** Each with what it is about, and the first few places where it is. */
  private static final String SERIOUS =
      """
      async () => {
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, impact, help, nodes }) =>
            `${impact} ${id}: ${help}: ${nodes.slice(0, 5).map(({ html }) => html.slice(0, 200)).join(' | ')}`);
      }
      """;

  private Accessibility() {}

  private static String rules() {
    try (var stream = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The serious and critical violations on a page as it is now; empty if there are none. */
  static List<String> violations(Page page) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(RULES);
    }
    return ((List<?>) page.evaluate(SERIOUS)).stream().map(String::valueOf).toList();
  }
}
