package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.github.icldynamics.lab.studio.StudioBrowser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page hands out, taken up by the command. */
class StudioExportTest {
  @RegisterExtension static final StudioBrowser BROWSER = StudioBrowser.studio();

  private static final Pattern PIPED = Pattern.compile("echo '(.*)' \\| \\./icl run -");

  private static final String COMMAND =
      """
      async (yaml) => {
        const { fromYaml } = await import('./src/state/yaml.js');
        const { toCommand } = await import('./src/state/command.js');
        const { createEngine } = await import('./src/engine/engine.js');
        const experiment = await fromYaml(yaml);
        window.engineUnderTest ??= createEngine();
        const run = await window.engineUnderTest.run(experiment, { draft: false });
        const column = run.columns[run.columns.length - 1];
        return [toCommand(experiment), String(column.query), String(column.convergence)];
      }
      """;

  private static final List<String> EXPERIMENTS =
      List.of(
          "{tokenLaw: {imbalanced: {features: 100, dominant: 0.5}}, promptLength: 10000}",
          "{tokenLaw: {imbalanced: {features: 1000000, dominant: 0.3}}, promptLength: inf}",
          "{tokenLaw: {balanced: {features: 77}}, promptLength: 123456, training: {epsilon:"
              + " 0.001}}",
          "{tokenLaw: {zipf: {features: 5, exponent: 1.0}}, promptLength: 10000, queries: [3]}",
          "{tokenLaw: {zipf: {features: 5, exponent: 0.7}}, promptLength: 10000}",
          "{tokenLaw: {probabilities: [0.5, 0.3, 0.2]}, promptLength: 100}",
          "{tokenLaw: {imbalanced: {features: 9, dominant: 0.4}}, promptLength: 500,"
              + " training: {method: gd, learningRate: 0.3}}",
          "{tokenLaw: {imbalanced: {features: 9, dominant: 0.4}}, promptLength: 500,"
              + " initial: {logits: {gaussian: {scale: 0.1, seed: 3}}}}");

  @Test
  void theCommandGivesTheSameNumbers() {
    var page = BROWSER.open("");
    assertAll(EXPERIMENTS.stream().map(yaml -> () -> assertSameNumbers(page, yaml)));
  }

  @SuppressWarnings("unchecked") // COMMAND answers with three texts.
  private static void assertSameNumbers(Page page, String yaml) {
    var answer = (List<String>) page.evaluate(COMMAND, yaml);
    var result = run(answer.get(0));
    assertEquals(0, result.code(), result::err);
    long query = Long.parseLong(answer.get(1));
    var tau =
        result
            .json()
            .get("queries")
            .valueStream()
            .filter(node -> node.get("query").asLong() == query)
            .map(node -> node.get("convergence").get("tau").asDouble())
            .findFirst()
            .orElseThrow();
    assertEquals(Double.parseDouble(answer.get(2)), tau);
  }

  private static CommandLineFixture run(String command) {
    var piped = PIPED.matcher(command);
    if (!piped.matches()) {
      assertTrue(command.startsWith("./icl run "), command);
      return icl(arguments(command.substring("./icl ".length())));
    }
    var input = System.in;
    try {
      System.setIn(new ByteArrayInputStream(piped.group(1).getBytes(StandardCharsets.UTF_8)));
      return icl(arguments("run -"));
    } finally {
      System.setIn(input);
    }
  }

  private static String[] arguments(String words) {
    var arguments = new ArrayList<>(List.of(words.split(" ")));
    arguments.addAll(List.of("--no-save", "--json"));
    return arguments.toArray(String[]::new);
  }
}
