package io.github.icldynamics.lab.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChromiumProgramTest {
  private static final Map<String, String> PATH =
      Map.of("PATH", "bin" + File.pathSeparator + File.pathSeparator + "other");

  @Test
  void whatIsNamedIsTaken() {
    var environment = Map.of("CHROMIUM", "mine", "PATH", "bin");
    assertEquals(Optional.of(Path.of("mine")), find(environment, Path.of("bin", "chromium")));
  }

  @Test
  void thePathIsSearched() {
    var last = Path.of("other", "google-chrome");
    assertEquals(Optional.of(last), find(PATH, last));
    var better = Path.of("other", "chromium");
    assertEquals(Optional.of(better), find(PATH, last, better));
    assertEquals(Optional.empty(), find(PATH, Path.of("elsewhere", "chromium")));
  }

  @Test
  void otherPlacesAreKnown() {
    var place = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    assertEquals(Optional.of(place), find(Map.of(), place));
  }

  @Test
  void itIsRequiredWhereItIsSaidToBe() {
    assertFalse(new ChromiumProgram(PATH, _ -> false).isRequired());
    assertTrue(new ChromiumProgram(Map.of("CI", "true"), _ -> false).isRequired());
    assertTrue(new ChromiumProgram(Map.of("ICL_REQUIRE_BROWSER", "1"), _ -> false).isRequired());
  }

  private static Optional<Path> find(Map<String, String> environment, Path... programs) {
    return new ChromiumProgram(environment, Set.of(programs)::contains).find();
  }
}
