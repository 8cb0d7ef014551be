package io.github.icldynamics.lab.studio;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.github.icldynamics.lab.Laboratory;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.Shape;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.system.Given;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page offers whatever is declared: every law, every method, every constant. */
class StudioSchemaTest {
  @RegisterExtension static final StudioBrowser BROWSER = StudioBrowser.studio();

  /** Chooses as a hand does, and gives all forms in which the page writes the experiment. */
  private static final String CHOOSE =
      """
      async ([path, kind]) => {
        const field = document.querySelector(`[data-field="${path}"]`);
        const radio = field.querySelector(`input[value="${kind}"]`);
        const select = field.querySelector('select');
        if (radio === null) {
          select.value = kind;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        } else {
          radio.click();
        }
        await icl.whenIdle();
        const { toYaml } = await import('./src/state/yaml.js');
        const { toCommand } = await import('./src/state/command.js');
        const { fromLink, toLink } = await import('./src/state/link.js');
        const { experiment } = icl.state();
        const link = toLink(icl.state());
        return {
          yaml: toYaml(experiment),
          command: toCommand(experiment),
          again: toYaml(fromLink(link).state.experiment),
          trained: toYaml(icl.run().experiment),
          fields: [...document.querySelectorAll('.field')]
            .filter(({ hidden }) => !hidden)
            .map(({ dataset }) => dataset.field),
        };
      }
      """;

  private static Stream<Shape.Case> laws() {
    return casesAt("tokenLaw").stream();
  }

  private static Stream<Shape.Case> methods() {
    return casesAt("training", "method").stream();
  }

  private static List<Shape.Case> casesAt(String... path) {
    Shape shape = Experiment.FORMAT.shape();
    for (String key : path) {
      shape = entry((Shape.Mapping) shape, key).shape();
    }
    return switch (shape) {
      case Shape.OneOf(var cases) -> cases;
      case Shape.Tagged(String _, var cases) -> cases;
      default -> throw new IllegalStateException("no choice at " + List.of(path));
    };
  }

  private static Shape.Entry entry(Shape.Mapping mapping, String key) {
    return mapping.entries().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Page open() {
    return BROWSER.open("");
  }

  @Test
  void thePageListsWhateverIsDeclared() {
    var page = open();
    assertEquals(keys(laws()), offered(page, "law.kind"));
    assertEquals(keys(methods()), offered(page, "method"));
  }

  private static List<String> keys(Stream<Shape.Case> cases) {
    return cases.map(Shape.Case::key).toList();
  }

  private static Object offered(Page page, String path) {
    return page.evaluate(
        """
        (path) => {
          const field = document.querySelector(`[data-field="${path}"]`);
          return [...field.querySelectorAll('option, input[type=radio]')].map(({ value }) => value);
        }
        """,
        path);
  }

  @Test
  void everyLawCanBeChosen() {
    var page = open();
    assertAll(laws().map(law -> () -> assertLawCanBeChosen(page, law)));
  }

  private static void assertLawCanBeChosen(Page page, Shape.Case law) {
    var answer = chosen(page, "law.kind", law.key());
    assertWrittenAsJavaDoes(answer);
    assertTrue(yaml(answer).contains("  " + law.key() + ":"), yaml(answer));
    assertFields(law, "law.", answer);
  }

  @Test
  void everyMethodCanBeChosen() {
    var page = open();
    assertAll(methods().map(method -> () -> assertMethodCanBeChosen(page, method)));
  }

  private static void assertMethodCanBeChosen(Page page, Shape.Case method) {
    var answer = chosen(page, "method", method.key());
    assertWrittenAsJavaDoes(answer);
    assertTrue(yaml(answer).contains("  method: " + method.key() + "\n"), yaml(answer));
    assertFields(method, "constants.", answer);
  }

  /** What the page makes of a choice in a small experiment. */
  @SuppressWarnings("unchecked") // What the page answers has the shape that CHOOSE gives it.
  private static Map<String, Object> chosen(Page page, String path, String kind) {
    page.navigate(BROWSER.address().resolve("/") + "#v1&K=6&N=50&until=30");
    page.evaluate("() => icl.whenIdle()");
    return (Map<String, Object>) page.evaluate(CHOOSE, List.of(path, kind));
  }

  private static String yaml(Map<String, Object> answer) {
    return (String) requireNonNull(answer.get("yaml"));
  }

  private static void assertWrittenAsJavaDoes(Map<String, Object> answer) {
    var experiment = Experiment.FORMAT.read(Yaml.read("page", yaml(answer)));
    assertEquals(Yaml.text(Experiment.FORMAT.write(experiment)), yaml(answer));
    assertEquals(yaml(answer), answer.get("again"));
    assertEquals(yaml(answer), answer.get("trained"));
    var command = String.valueOf(answer.get("command"));
    assertEquals(yaml(answer), Yaml.text(given(command).document()), command);
  }

  /** What a command line asks to be run. */
  private static Given<?> given(String command) {
    var systems = Laboratory.systems();
    if (command.startsWith("echo '")) {
      return systems.read(Yaml.read("command", command.split("'", -1)[1]));
    }
    var words = List.of(command.split(" ", -1));
    var options = new LinkedHashMap<String, String>();
    for (int i = 3; i < words.size(); i += 2) {
      options.put(words.get(i), words.get(i + 1));
    }
    return systems.preset(words.get(2)).with(options);
  }

  /** A kind that is a list has one field, of its own name. */
  private static void assertFields(Shape.Case one, String path, Map<String, Object> answer) {
    var keys =
        one.shape() instanceof Shape.Mapping(var entries)
            ? entries.stream().map(Shape.Entry::key)
            : Stream.of(one.key());
    var shown = (List<?>) requireNonNull(answer.get("fields"));
    assertEquals(
        keys.map(key -> path + key).toList(),
        shown.stream()
            .map(String::valueOf)
            .filter(field -> field.startsWith(path) && !field.equals("law.kind"))
            .toList());
  }
}
