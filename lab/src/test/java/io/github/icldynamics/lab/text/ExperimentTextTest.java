package io.github.icldynamics.lab.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.lab.Laboratory;
import io.github.icldynamics.system.Given;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Experiments of all systems as the text of a file, and known by its hash. */
class ExperimentTextTest {
  private static Given<?> read(String text) {
    return Laboratory.systems().read(Yaml.read("text", text));
  }

  static Stream<Given<?>> presets() {
    var systems = Laboratory.systems();
    return systems.presets().keySet().stream().map(systems::preset);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void presetsSurviveTheirText(Given<?> preset) {
    var again = read(Yaml.text(preset.document()));
    assertEquals(preset.experiment(), again.experiment());
    assertEquals(Yaml.hash(preset.document()), Yaml.hash(again.document()));
  }

  @Test
  void differentExperimentsHaveDifferentHashes() {
    var hashes = presets().map(preset -> Yaml.hash(preset.document())).toList();
    assertEquals(hashes.size(), new HashSet<>(hashes).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tokenLaw: {zipf: {features: 20, exponent: 0.5}}\npromptLength: 1e18\nqueries: [0, 5]\n",
        "{\"tokenLaw\": {\"zipf\": {\"features\": 20, \"exponent\": 0.5}},"
            + " \"promptLength\": 1e18, \"queries\": [0, 5]}"
      })
  void yamlAndJsonAreTheSame(String text) {
    assertEquals(
        """
        tokenLaw:
          zipf:
            features: 20
            exponent: 0.5
        promptLength: 1000000000000000000
        """,
        Yaml.text(read(text).document()).split("labels:", 2)[0]);
  }
}
