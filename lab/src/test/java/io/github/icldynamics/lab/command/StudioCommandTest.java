package io.github.icldynamics.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudioCommandTest {
  @TempDir private Path folder;

  @Test
  void withoutARunItOpensAsItIs() throws Exception {
    try (var studio = RunningStudio.icl("studio", "--no-browser")) {
      var address = studio.address();
      assertEquals("/", address.getPath());
      assertNull(address.getFragment());
      assertEquals(0, studio.end());
      assertThrows(
          IOException.class,
          () -> new Socket(InetAddress.getLoopbackAddress(), address.getPort()).close());
    }
  }

  @Test
  void aPresetIsOpened() throws Exception {
    try (var studio = RunningStudio.icl("studio", "zipf", "--no-browser")) {
      assertEquals("open=run/experiment.yaml", studio.address().getFragment());
      assertEquals(printed("zipf"), studio.opened());
    }
  }

  @Test
  void anExperimentFileIsOpened() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("mine.json"),
            "{\"tokenLaw\": {\"balanced\": {\"features\": 9}}, \"promptLength\": 1e2}");
    try (var studio = RunningStudio.icl("studio", file.toString(), "--no-browser")) {
      assertEquals(printed(file.toString()), studio.opened());
    }
  }

  @Test
  void aRunFolderIsOpened() throws Exception {
    var out = folder.resolve("run");
    assertEquals(0, run("run", "balanced", "--features", "7", "--out", out.toString()).code());
    try (var studio = RunningStudio.icl("studio", out.toString(), "--no-browser")) {
      assertEquals(Files.readString(out.resolve("experiment.yaml")), studio.opened());
    }
  }

  @Test
  void standardInputIsOpened() throws Exception {
    try (var _ = StandardInput.of("{tokenLaw: {balanced: {features: 9}}, promptLength: inf}");
        var studio = RunningStudio.icl("studio", "-", "--no-browser")) {
      assertTrue(studio.opened().contains("promptLength: inf\n"), studio.opened());
    }
  }

  @Test
  void thePortCanBeChosen() throws Exception {
    int port = freePort();
    String chosen = Integer.toString(port);
    try (var studio = RunningStudio.icl("studio", "--port", chosen, "--no-browser")) {
      assertEquals(port, studio.address().getPort());
      requireComplaint(
          "--port must be a free port, and " + port + " is not",
          "studio",
          "--no-browser",
          "--port",
          chosen);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port 65536 | --port must be from 0 to 65535, not 65536",
        "--port -1 | --port must be from 0 to 65535, not -1",
        "--port http | --port must be a whole number, not http",
        "nothing | nothing is neither a file nor a preset (imbalanced, balanced, zipf, binary,"
            + " multiclass)",
        "imbalancd | imbalancd is neither a file nor a preset (imbalanced, balanced, zipf, binary,"
            + " multiclass); did you mean imbalanced?",
        "zipf balanced | balanced is one argument too many for icl studio (see icl --help)"
      })
  void badArguments(String arguments, String sentence) {
    requireComplaint(sentence, ("studio " + arguments).split(" "));
  }

  @Test
  void whatHoldsNoExperimentOfTheStudioIsRefused() throws IOException {
    var empty = Files.createDirectory(folder.resolve("empty")).toString();
    requireComplaint(
        empty + " must be a run folder, but has no experiment.yaml in it", "studio", empty);
    var correlated =
        file(
            "correlated.yaml",
            """
            tokenLaw: {balanced: {features: 9}}
            promptLength: 100
            features: {gram: {equicorrelated: 0.3}}
            """);
    requireComplaint(
        "features.gram must be identity in the studio, not a mapping; icl run can run others",
        "studio",
        correlated);
    requireComplaint(
        "tokenLaw is required but not given", "studio", file("short.yaml", "promptLength: 9\n"));
  }

  @Test
  void runsOfTheMixtureSystemAreRefused() throws IOException {
    String mixture =
        file("experiment.yaml", "mixture: {classes: 2, covariance: [1, 2]}\npromptLength: 50\n");
    String sentence =
        "system must be one that the studio shows, not linear-classification, which has no page"
            + " yet";
    requireComplaint(sentence, "studio", mixture);
    requireComplaint(sentence, "studio", folder.toString());
    requireComplaint(sentence, "run", "binary", "--studio", "--no-browser");
  }

  @Test
  void aRunIsOpenedWhenItIsDone() throws Exception {
    var out = folder.resolve("run");
    try (var studio =
        RunningStudio.icl(
            "run",
            "zipf",
            "--features",
            "5",
            "--studio",
            "--no-browser",
            "--out",
            out.toString())) {
      String opened = studio.opened();
      assertEquals(Files.readString(out.resolve("experiment.yaml")), opened);
      assertTrue(studio.out().startsWith("zipf: 5 features"), studio.out());
      assertTrue(studio.out().indexOf("Written to") < studio.out().indexOf("Studio at"));
      assertEquals(0, studio.end());
    }
  }

  @Test
  void aRunThatIsNotKeptIsOpenedAllTheSame() throws Exception {
    try (var studio =
        RunningStudio.icl(
            "run", "balanced", "--features", "6", "--no-save", "--studio", "--no-browser")) {
      assertEquals(printed("balanced", "--features", "6"), studio.opened());
    }
  }

  @Test
  void whatCannotBeShownIsNotRun() throws IOException {
    String out = folder.resolve("out").toString();
    requireComplaint(
        "--studio must not be given with --json, which prints one document and ends",
        "run",
        "balanced",
        "--studio",
        "--json",
        "--out",
        out);
    requireComplaint(
        "--port must be from 0 to 65535, not 70000",
        "run",
        "balanced",
        "--studio",
        "--port",
        "70000",
        "--out",
        out);
    requireComplaint(
        "tokenLaw.zipf.features must be at most 2000 in the studio, not 3000; icl run can run"
            + " others",
        "run",
        "zipf",
        "--features",
        "3000",
        "--studio",
        "--out",
        out);
    requireComplaint(
        "Missing required argument(s): --studio (see icl --help)",
        "run",
        "balanced",
        "--no-browser",
        "--out",
        out);
    assertFalse(Files.exists(Path.of(out)));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String printed(String... arguments) {
    var all = new ArrayList<>(List.of("run"));
    all.addAll(List.of(arguments));
    all.add("--print-experiment");
    return run(all.toArray(String[]::new)).out();
  }

  private static CommandLineFixture run(String... arguments) {
    return CommandLineFixture.icl(arguments);
  }

  private static void requireComplaint(String sentence, String... arguments) {
    var result = run(arguments);
    assertEquals("icl: " + sentence, result.err().strip());
    assertEquals(2, result.code());
    assertEquals("", result.out());
  }
}
