package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  private static final List<String> CONTRACT =
      List.of(
          "id", "paper", "standing", "statement", "verdict", "measured", "expected", "evidence");

  @TempDir private Path folder;

  @Test
  void theWholeCatalogueHoldsAndIsOneLineAClaim() {
    var page = folder.resolve("page.html");
    var result = icl("verify", "--paper", "huang2024", "--out", page.toString());
    assertEquals(0, result.code(), result.err());
    long hold = result.out().lines().filter(line -> line.startsWith("✓ holds ")).count();
    assertTrue(hold >= 30, "claims: " + hold);
    var counts = "%d claims: %d hold, 1 holds (restricted)\n".formatted(hold + 1, hold);
    assertTrue(result.out().contains(counts), result.out());
    assertTrue(result.out().contains("◐ holds, restricted  paper     rest-gradient-phase-two"));
    assertTrue(
        result
            .out()
            .contains(
                "Bound holds; the logarithm is not needed; T_k = K²/((1 − p₁)η) + K/(4(1 −"
                    + " p₁)εη)."));
    assertTrue(Files.isRegularFile(page));
  }

  @Test
  void theDocumentHasWhatTheContractSays() {
    var result = icl("verify", "conservation", "typical-prompts", "--json", "--no-save");
    assertEquals(0, result.code(), result.err());
    var document = result.json();
    assertEquals(2, document.get("holds").asInt());
    assertEquals(0, document.get("holds-restricted").asInt());
    assertEquals(0, document.get("fails").asInt());
    assertEquals(0, document.get("inconclusive").asInt());
    assertEquals(0, document.get("not-applicable").asInt());
    var claim = document.get("claims").get(1);
    CONTRACT.forEach(key -> assertTrue(claim.has(key), key));
    assertEquals("typical-prompts", claim.get("id").asString());
    assertEquals("huang2024", claim.get("paper").asString());
    assertEquals("paper", claim.get("standing").asString());
    assertEquals("holds", claim.get("verdict").asString());
    assertEquals(0, claim.at("/measured/probability at K = 10³").asDouble(), 1e-6);
    assertEquals(3, claim.at("/constants/power of K in N").asDouble());
  }

  @Test
  void namedClaimsShowEveryCheck() {
    var result = icl("verify", "one-phase-dominant", "--no-save");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("1 claim: 1 holds"));
    assertTrue(result.out().contains("phases, of 24 runs the farthest"));
    assertTrue(result.out().contains("tolerance: none: a count, and an order"));
  }

  @Test
  void thePageNeedsNothingElse() throws IOException {
    var page = folder.resolve("new").resolve("page.html");
    assertEquals(0, icl("verify", "balanced-closed-form", "--out", page.toString()).code());
    String html = Files.readString(page);
    assertTrue(html.startsWith("<!DOCTYPE html>"));
    assertTrue(html.contains("<img alt=\"Error along the run\" src=\"data:image/svg+xml;base64,"));
    assertTrue(html.contains("F(o) = −1/o + 3 ln o + 3o + o²/2"));
    assertFalse(html.contains("http://") || html.contains("https://"), "no address is fetched");
    try (var files = Files.list(page.getParent())) {
      assertEquals(List.of(page), files.toList());
    }
  }

  /** Pages carry no clock, and threads change nothing. */
  @Test
  void thePageIsTheSameWithAnyNumberOfThreads() throws IOException {
    var first = folder.resolve("first.html");
    var second = folder.resolve("second.html");
    String[] names = {"unseen-tasks", "no-logarithm-in-epsilon", "floor-bracket"};
    for (var target : List.of(first, second)) {
      String threads = target.equals(first) ? "1" : "2";
      var result =
          icl(
              "verify",
              names[0],
              names[1],
              names[2],
              "--threads",
              threads,
              "--out",
              target.toString());
      assertEquals(0, result.code(), result.err());
    }
    assertEquals(Files.readString(first), Files.readString(second));
  }

  /** A link stays a link to the page. */
  @Test
  void thePageIsWrittenThroughALink() throws IOException {
    var page = Files.writeString(folder.resolve("page.html"), "old");
    var link = Files.createSymbolicLink(folder.resolve("link.html"), page);
    assertEquals(0, icl("verify", "one-large-step", "--out", link.toString()).code());
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
  }

  @Test
  void theListTestsNothing() {
    var result = icl("verify", "--list");
    assertEquals(0, result.code());
    assertTrue(result.out().contains("stage-wise-order"));
    assertTrue(result.out().contains("unique-minimiser"));
    assertFalse(result.out().contains("✓"));
  }

  private static void assertBad(String sentence, String... arguments) {
    var result = icl(arguments);
    assertEquals(2, result.code());
    assertEquals("icl: " + sentence, result.err().strip());
    assertEquals("", result.out());
  }

  @Test
  void badInputIsOneSentence() throws IOException {
    assertBad(
        "CLAIM must be one of those that icl verify --list names, not conservatoin; did you mean"
            + " conservation?",
        "verify",
        "conservatoin");
    assertBad(
        "--paper must be huang2024 or shen2025, not huang2023", "verify", "--paper", "huang2023");
    var page = folder.resolve("new").resolve("page.html");
    assertBad(
        "--threads must be from 1 to 1024, not 0",
        "verify",
        "--threads",
        "0",
        "--out",
        page.toString());
    assertFalse(Files.exists(page.getParent()), "nothing is made before the input is known good");
    assertBad(
        "--out must lead to a file that can be written, not " + folder,
        "verify",
        "conservation",
        "--out",
        folder.toString());
    assertBad("--json cannot go with --list", "verify", "--list", "--json");
    assertBad(
        "CLAIM must be one of those that icl verify --list names, not huang2024; did you mean"
            + " --paper huang2024?",
        "verify",
        "huang2024");
    assertBad("--out cannot go with --no-save", "verify", "--no-save", "--out", "page.html");
    var file = Files.writeString(folder.resolve("file"), "");
    assertBad(
        "--out must lead to a file that can be written, not " + file.resolve("page.html"),
        "verify",
        "conservation",
        "--out",
        file.resolve("page.html").toString());
  }
}
