package io.github.icldynamics.lab.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.Preset;
import io.github.icldynamics.lab.run.ColumnRecord;
import io.github.icldynamics.lab.run.LargeRun;
import io.github.icldynamics.prompt.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zipf preset, K = 50, by the way of runs that are too large to be held. */
class LargeRunTest {
  private static final Experiment EXPERIMENT = Preset.ZIPF.experiment();
  private static final int SEED = 20240924;

  private static Map<String, byte[]> uninterrupted = Map.of();
  private static List<ColumnRecord> records = List.of();

  @TempDir private Path folder;

  @BeforeAll
  static void runOnce(@TempDir Path once) throws IOException {
    var target = once.resolve("run");
    try (var run = LargeRunFolder.begin(target, EXPERIMENT)) {
      LargeRun.train(EXPERIMENT, run.log().kept(), 1, share -> {}, run.log()::append);
      records = EXPERIMENT.features().stream().map(run.log()::read).toList();
      finish(run);
    }
    uninterrupted = contents(target);
  }

  private static void finish(LargeRunFolder run) {
    var result = run.log().result(EXPERIMENT);
    LargeRunStore.write(result, new Provenance(Instant.EPOCH, Duration.ZERO, 1), run);
    run.commit();
  }

  private static Map<String, byte[]> contents(Path target) throws IOException {
    var contents = new TreeMap<String, byte[]>();
    try (var files = Files.list(target)) {
      for (var file : files.toList()) {
        if (!file.endsWith("provenance.json")) {
          contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  private static void requireSame(Path target) throws IOException {
    var files = contents(target);
    assertEquals(uninterrupted.keySet(), files.keySet());
    files.forEach((name, bytes) -> assertArrayEquals(uninterrupted.get(name), bytes, name));
  }

  @Test
  void aFinishedFolderHoldsTheFilesAndNoLog() {
    assertEquals(
        Set.of(
            "experiment.yaml",
            "summary.json",
            "queries.csv",
            "trajectory.csv",
            "logits.npy",
            "error.svg",
            "error.png",
            "times.svg",
            "times.png"),
        uninterrupted.keySet());
  }

  @Test
  void twoThreadsGiveTheSameBytes() throws IOException {
    var target = folder.resolve("run");
    var shares = new ArrayList<Double>();
    try (var run = LargeRunFolder.begin(target, EXPERIMENT)) {
      assertEquals(
          Set.of("experiment.yaml", ColumnLog.FILE), Set.copyOf(contents(target).keySet()));
      LargeRun.train(EXPERIMENT, Set.of(), 2, shares::add, run.log()::append);
      finish(run);
    }
    requireSame(target);
    assertEquals(50, shares.size());
    assertEquals(shares.stream().sorted().toList(), shares);
    assertEquals(1, shares.getLast(), 1e-12);
  }

  @Test
  void interruptedAfterAnyNumberOfColumnsItResumesToTheSameBytes() throws IOException {
    var random = new Random(SEED);
    for (int kept : List.of(0, 1, 49, 50)) {
      var target = folder.resolve("after-" + kept);
      try (var run = LargeRunFolder.begin(target, EXPERIMENT)) {
        records.subList(0, kept).forEach(run.log()::append);
      }
      if (kept > 0 && kept < 50) {
        tear(target.resolve(ColumnLog.FILE), random);
      }
      resume(target, Math.min(kept, 49));
      requireSame(target);
    }
  }

  /** Trains only what is missing, as the command does, but takes what was trained before. */
  private static void resume(Path target, int least) {
    try (var run = LargeRunFolder.resume(target, EXPERIMENT)) {
      var kept = run.log().kept();
      assertTrue(kept.size() >= least - 1, "kept " + kept.size());
      if (kept.size() >= 48) {
        LargeRun.train(EXPERIMENT, kept, 2, share -> {}, run.log()::append);
      } else {
        records.stream()
            .filter(column -> !kept.contains(column.summary().query()))
            .forEach(run.log()::append);
      }
      finish(run);
    }
  }

  private static void tear(Path log, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length - 1 - random.nextInt(200)));
  }

  @Test
  void aTailTornAtAnyByteIsCutOff() throws IOException {
    var log = folder.resolve(ColumnLog.FILE);
    long before = write(log, records.subList(0, 2));
    long after = write(log, records.subList(0, 3));
    byte[] bytes = Files.readAllBytes(log);
    assertEquals(after, bytes.length);
    for (int length = (int) before; length < bytes.length; length++) {
      Files.write(log, Arrays.copyOf(bytes, length));
      requireKept(log, before);
    }
    byte[] whole = bytes.clone();
    try (var resumed = ColumnLog.resume(log, EXPERIMENT)) {
      resumed.append(records.get(2));
    }
    assertArrayEquals(whole, Files.readAllBytes(log));
  }

  @Test
  void aSpoiltTailIsCutOff() throws IOException {
    var log = folder.resolve(ColumnLog.FILE);
    long before = write(log, records.subList(0, 2));
    write(log, records.subList(0, 3));
    byte[] bytes = Files.readAllBytes(log);
    var random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      byte[] spoilt = bytes.clone();
      int place = (int) before + random.nextInt(bytes.length - (int) before);
      spoilt[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(log, spoilt);
      requireKept(log, before);
    }
  }

  private static long write(Path log, List<ColumnRecord> columns) throws IOException {
    try (var begun = ColumnLog.begin(log, EXPERIMENT)) {
      columns.forEach(begun::append);
    }
    return Files.size(log);
  }

  private static void requireKept(Path log, long size) throws IOException {
    try (var resumed = ColumnLog.resume(log, EXPERIMENT)) {
      assertEquals(Set.of(0L, 1L), resumed.kept());
      assertEquals(records.get(1), resumed.read(1));
    }
    assertEquals(size, Files.size(log));
  }

  @Test
  void aLogWhoseHeadIsTornOrForeignIsBegunAnew() throws IOException {
    var log = folder.resolve(ColumnLog.FILE);
    long empty = write(log, List.of());
    for (byte[] other :
        List.of(new byte[0], new byte[5], "something else".getBytes(StandardCharsets.UTF_8))) {
      Files.write(log, other);
      try (var resumed = ColumnLog.resume(log, EXPERIMENT)) {
        assertEquals(Set.of(), resumed.kept());
      }
      assertEquals(empty, Files.size(log));
    }
  }

  @Test
  void withoutResumeAnInterruptedRunIsBegunAnew() {
    var target = folder.resolve("run");
    try (var run = LargeRunFolder.begin(target, EXPERIMENT)) {
      run.log().append(records.get(0));
    }
    try (var run = LargeRunFolder.begin(target, EXPERIMENT)) {
      assertEquals(Set.of(), run.log().kept());
    }
  }

  @Test
  void aKillBetweenTheMovesOfFinalFilesCanBeResumed() throws IOException {
    var target = folder.resolve("run");
    try (var run = LargeRunFolder.begin(target, EXPERIMENT)) {
      records.forEach(run.log()::append);
      LargeRunStore.write(
          run.log().result(EXPERIMENT), new Provenance(Instant.EPOCH, Duration.ZERO, 1), run);
      Files.move(run.file("error.png"), target.resolve("error.png"));
      Files.move(run.file("logits.npy"), target.resolve("logits.npy"));
    }
    assertFalse(Files.exists(target.resolve("summary.json")));
    resume(target, 50);
    requireSame(target);
  }

  @Test
  void theLogitsAreAFileOfNumPyAndThoseOfEachColumnAlone() throws IOException {
    var file = ByteBuffer.wrap(uninterrupted.getOrDefault("logits.npy", new byte[0]));
    file.order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    file.get(magic);
    assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, magic);
    byte[] head = new byte[file.getShort()];
    file.get(head);
    assertEquals(0, file.position() % 64);
    String text = new String(head, StandardCharsets.US_ASCII);
    assertTrue(
        Pattern.matches(
            "\\{'descr': '<f8', 'fortran_order': False, 'shape': \\(50, 50\\), } *\n", text),
        text);
    assertEquals(50 * 50 * 8, file.remaining());
    var rows = file.asDoubleBuffer();
    for (long query : List.of(0L, 7L, 49L)) {
      var run = ColumnRun.train(EXPERIMENT.plan(), query);
      var logits = run.trajectory().logitsAt(run.trajectory().end());
      for (int m = 0; m < 50; m++) {
        assertEquals(logits.get(m), rows.get((int) query * 50 + m));
      }
    }
  }

  @Test
  void theTablesHaveARowAQueryAndTwoGroupsATime() {
    var queries = lines("queries.csv");
    assertEquals(51, queries.size());
    var first = queries.get(1).split(",", -1);
    assertEquals(queries.get(0).split(",", -1).length, first.length);
    assertEquals("0", first[0]);
    assertEquals("converged", first[4]);
    assertEquals(0.01, Double.parseDouble(first[8]), 1e-6);
    var last = lines("trajectory.csv").getLast().split(",", -1);
    assertEquals("49", last[0]);
    var groups =
        lines("trajectory.csv").stream()
            .filter(line -> line.startsWith("49,"))
            .map(line -> line.split(",", -1)[4])
            .distinct()
            .toList();
    assertEquals(List.of("49", "0"), groups);
  }

  private static List<String> lines(String name) {
    byte[] bytes = uninterrupted.getOrDefault(name, new byte[0]);
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void anotherExperimentIsRefused() throws IOException {
    var target = folder.resolve("run");
    try (var run = LargeRunFolder.begin(target, EXPERIMENT)) {
      run.log().append(records.get(0));
    }
    byte[] log = Files.readAllBytes(target.resolve(ColumnLog.FILE));
    var other = Preset.BALANCED.experiment();
    assertThrows(InvalidInputException.class, () -> LargeRunFolder.resume(target, other));
    assertThrows(InvalidInputException.class, () -> LargeRunFolder.begin(target, other));
    assertArrayEquals(log, Files.readAllBytes(target.resolve(ColumnLog.FILE)));
  }

  @Test
  void aFolderInUseIsRefused() {
    var target = folder.resolve("run");
    try (var run = LargeRunFolder.begin(target, EXPERIMENT)) {
      run.log().append(records.get(0));
      var refusal =
          assertThrows(InvalidInputException.class, () -> LargeRunFolder.begin(target, EXPERIMENT));
      assertTrue(String.valueOf(refusal.getMessage()).contains("in use"), refusal.getMessage());
      assertEquals(Set.of(0L), run.log().kept());
    }
    try (var run = LargeRunFolder.resume(target, EXPERIMENT)) {
      assertEquals(Set.of(0L), run.log().kept());
    }
  }

  @Test
  void aScratchLogLeavesNothing() {
    Path scratchFolder;
    try (var scratch = ScratchLog.begin(EXPERIMENT)) {
      records.forEach(scratch.log()::append);
      assertEquals(50, scratch.log().result(EXPERIMENT).columns().size());
      scratchFolder = scratch.folder();
    }
    assertFalse(Files.exists(scratchFolder));
  }
}
