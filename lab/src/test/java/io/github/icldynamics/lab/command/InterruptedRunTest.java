package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Processes of their own that are ended, or that the machine does not let write. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedRunTest {
  private static final long PATIENCE_MILLIS = 60_000;

  /** More than one part, of a run that takes a second at least. */
  private static final long ENOUGH_BYTES = 20_000;

  private final Map<String, byte[]> uninterrupted;

  @TempDir private Path folder;

  InterruptedRunTest(@TempDir Path once) throws IOException {
    assertEquals(0, icl(run(once.resolve("run"))).code());
    uninterrupted = files(once.resolve("run"));
  }

  private static String[] run(Path out, String... more) {
    var run = Stream.of("run", "zipf", "--features", "150", "--until", "300", "--out");
    return Stream.of(run, Stream.of(out.toString()), Stream.of(more))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  /** The program in a process of its own whose files end at a size, in blocks of the shell's. */
  private ProcessBuilder process(String blocks, String... arguments) {
    var words = new ArrayList<String>();
    words.addAll(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$0\" \"$@\""));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
    words.add(Icl.class.getName());
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).directory(folder.toFile());
  }

  private static String complaints(Process process) throws IOException {
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    // A slow machine is told how far the run is.
    return said.replaceAll("icl: \\d+%  .*\n", "");
  }

  private static void awaitParts(Path log) throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!Files.exists(log) || Files.size(log) < ENOUGH_BYTES) {
      assertTrue(System.currentTimeMillis() < end, "no parts in " + log);
      Thread.sleep(1);
    }
  }

  private void requireResumes(Path out) throws IOException {
    var resumed = icl(run(out, "--resume"));
    assertEquals(0, resumed.code(), resumed.err());
    var found = files(out);
    assertEquals(uninterrupted.keySet(), found.keySet());
    uninterrupted.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    var contents = new TreeMap<String, byte[]>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(file -> !file.endsWith("provenance.json")).toList()) {
        contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  @Test
  void anInterruptedRunSaysWhatIsKeptAndResumesToTheSameBytes() throws Exception {
    var out = folder.resolve("run");
    var draft = folder.resolve("run.unfinished");
    var process = process("unlimited", run(out, "--threads", "1")).start();
    awaitParts(draft.resolve("parts.log"));
    process.toHandle().destroy();
    String said = complaints(process);
    assertTrue(process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    assertTrue(
        said.matches(
            "icl: interrupted; \\d+ parts of the run are kept in .*run\\.unfinished, and the same"
                + " command with --resume goes on from there\n"),
        said);
    assertFalse(Files.exists(out));
    requireResumes(out);
    assertFalse(Files.exists(draft));
  }

  @Test
  void aKilledRunResumesToTheSameBytes() throws Exception {
    var out = folder.resolve("run");
    var process = process("unlimited", run(out, "--threads", "2")).start();
    awaitParts(folder.resolve("run.unfinished").resolve("parts.log"));
    process.destroyForcibly().waitFor();
    assertFalse(Files.exists(out));
    requireResumes(out);
  }

  /** Files that may not grow are what a full disk is: the system refuses to write more. */
  @Test
  void aFullDiskIsOneSentenceAndTheRunCanBeResumed() throws Exception {
    var out = folder.resolve("run");
    var log = folder.resolve("run.unfinished").resolve("parts.log");
    var process = process("60", run(out)).start();
    String said = complaints(process);
    assertEquals(1, process.waitFor(), said);
    assertTrue(said.startsWith("icl: " + log + " cannot be written: "), said);
    assertTrue(said.endsWith(", and the same command with --resume goes on from there\n"), said);
    assertEquals(1, said.lines().count(), said);
    assertEquals(0, process.getInputStream().readAllBytes().length);
    assertFalse(Files.exists(out));
    requireResumes(out);
  }

  @Test
  void aDiskThatIsFullFromTheBeginningLeavesNothing() throws Exception {
    var process = process("0", run(folder.resolve("run"))).start();
    String said = complaints(process);
    assertEquals(1, process.waitFor(), said);
    assertEquals(1, said.lines().count(), said);
    try (var entries = Files.list(folder)) {
      assertEquals(List.of(), entries.toList());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX) // which has a device that is always full
  void anOutputThatCannotBeWrittenIsNotSilentlyLost() throws Exception {
    var full = Path.of("/dev/full");
    var process = process("unlimited", "systems").redirectOutput(full.toFile()).start();
    assertEquals("icl: the output cannot be written to its end\n", complaints(process));
    assertEquals(1, process.waitFor());
  }
}
