package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps in processes of their own that are ended, or that the machine does not let write. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedSweepTest {
  private static final long PATIENCE_MILLIS = 60_000;
  private static final int POINTS = 60;

  private final Map<String, byte[]> uninterrupted;

  InterruptedSweepTest(@TempDir Path once) throws IOException {
    assertEquals(0, icl(sweep(once.resolve("sweep"))).code());
    uninterrupted = files(once.resolve("sweep"));
  }

  private static String[] sweep(Path out) {
    return new String[] {
      "sweep",
      "imbalanced",
      "--vary",
      "K=10..1e6:log:" + POINTS,
      "--measure",
      "convergence",
      "--out",
      out.toString()
    };
  }

  private static ProcessBuilder process(String limit, Path out) {
    var words = new ArrayList<>(List.of("sh", "-c", limit + "exec \"$0\" \"$@\""));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-XX:-UsePerfData");
    words.add("--enable-native-access=ALL-UNNAMED");
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Icl.class.getName()));
    words.addAll(List.of(sweep(out)));
    return new ProcessBuilder(words);
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    var contents = new TreeMap<String, byte[]>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static long runs(Path out) throws IOException {
    var runs = out.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(runs)) {
      return all.filter(run -> run.toString().endsWith(".json")).count();
    }
  }

  private static void awaitRuns(Path out, long number, Process process) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (runs(out) < number && process.isAlive()) {
      assertTrue(System.currentTimeMillis() < end, "too few runs in " + out);
      Thread.sleep(1);
    }
  }

  private void requireGoesOn(Path out, long kept) throws IOException {
    var resumed = icl(sweep(out));
    assertEquals(0, resumed.code(), resumed.err());
    assertTrue(resumed.out().contains("; %d runs made".formatted(POINTS - kept)), resumed.out());
    var found = files(out);
    assertEquals(uninterrupted.keySet(), found.keySet());
    uninterrupted.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 30, 59, 60})
  void aKilledSweepGoesOnToTheSameBytes(long number, @TempDir Path folder) throws Exception {
    var out = folder.resolve("sweep");
    var process = process("", out).start();
    awaitRuns(out, number, process);
    process.destroyForcibly().waitFor();
    requireGoesOn(out, runs(out));
  }

  @Test
  void anInterruptedSweepSaysWhatIsKept(@TempDir Path folder) throws Exception {
    var out = folder.resolve("sweep");
    var process = process("", out).start();
    awaitRuns(out, 5, process);
    process.toHandle().destroy();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    assertTrue(
        said.matches(
            "(icl: \\d+%  .*\n"
                + ")*icl: interrupted; \\d+ of the runs of 60 points are kept in .*sweep, and the"
                + " same command goes on from there\n"),
        said);
    requireGoesOn(out, runs(out));
  }

  /** Files that may not grow are what a full disk is: a picture is larger than any run. */
  @Test
  void aFullDiskIsOneSentenceAndNothingIsLost(@TempDir Path folder) throws Exception {
    var out = folder.resolve("sweep");
    var process = process("ulimit -f 60; ", out).start();
    String said =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
            .replaceAll("icl: \\d+%  .*\n", "");
    assertEquals(1, process.waitFor(), said);
    assertEquals(1, said.lines().count(), said);
    // Before the pictures comes DuckDB, which unpacks its library.
    assertTrue(said.contains(" cannot be opened: ") || said.contains(" cannot be written: "), said);
    assertTrue(said.endsWith("and the same command goes on from there\n"), said);
    requireGoesOn(out, runs(out));
  }
}
