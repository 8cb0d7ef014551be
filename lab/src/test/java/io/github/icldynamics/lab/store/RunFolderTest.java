package io.github.icldynamics.lab.store;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are too large to be held: whole, interrupted, resumed, and in each other's way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunFolderTest {
  private static final int SEED = 20240924;
  private static final int FEATURES = LargeRun.FEATURES;
  private static final Set<String> UNFINISHED = Set.of(RunFolder.EXPERIMENT_FILE, PartLog.FILE);

  private final LargeRun run;

  RunFolderTest(@TempDir Path once) throws IOException {
    run = LargeRun.make(once.resolve("run"));
  }

  private static RunFolder begin(Path target) {
    return RunFolder.begin(target, LargeRun.GIVEN, LargeRun.PLAN);
  }

  private static final String EXPERIMENT = Yaml.text(LargeRun.GIVEN.document());

  private static RunFolder resume(Path target) {
    return RunFolder.resume(target, LargeRun.GIVEN, LargeRun.PLAN);
  }

  /** Leaves a run of which the first parts are finished. */
  private Path interrupted(Path target, int parts) {
    try (var folder = begin(target)) {
      run.keep(parts, folder.log());
      return folder.draft();
    }
  }

  /** Goes on to the end; takes from the uninterrupted run what would be made again. */
  private void finish(Path target, int least) throws IOException {
    try (var folder = resume(target)) {
      var kept = folder.log().kept();
      assertTrue(kept.size() >= least, "kept " + kept.size());
      run.parts().keySet().stream()
          .filter(part -> !kept.contains(part))
          .limit(Math.max(0, FEATURES - kept.size() - 2))
          .forEach(part -> folder.log().keep(part, run.fragment(part)));
      LargeRun.finish(folder, 2, Progress.none());
      folder.commit();
    }
    run.requireSame(target);
    assertFalse(Files.exists(target.resolveSibling(target.getFileName() + ".unfinished")));
  }

  private static Set<String> names(Path folder) throws IOException {
    return LargeRun.contents(folder).keySet();
  }

  @Test
  void aFinishedFolderHoldsTheFilesAndNoLog() {
    assertEquals(
        Set.of(
            "experiment.yaml",
            "record.json",
            "summary.json",
            "queries.csv",
            "phases.csv",
            "trajectory.csv",
            "logits.npy",
            "error.svg",
            "error.png",
            "times.svg",
            "times.png"),
        run.files().keySet());
  }

  @Test
  void oneThreadGivesTheSameBytesAsTwo(@TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    List<Double> shares = Collections.synchronizedList(new ArrayList<>());
    try (var folder = begin(target)) {
      assertEquals(UNFINISHED, names(folder.draft()));
      LargeRun.finish(folder, 1, shares::add);
      assertFalse(Files.exists(target), "nothing has the run's name before it is whole");
      folder.commit();
    }
    run.requireSame(target);
    assertEquals(FEATURES, shares.size());
    assertEquals(shares.stream().sorted().toList(), shares);
    assertEquals(1, shares.getLast(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, FEATURES - 1, FEATURES})
  void interruptedAfterAnyNumberOfPartsItResumesToTheSameBytes(int parts, @TempDir Path temporary)
      throws IOException {
    var target = temporary.resolve("run");
    var draft = interrupted(target, parts);
    assertFalse(Files.exists(target));
    assertEquals(parts > 0, Files.exists(draft), "what has no part is not kept");
    finish(target, parts);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, FEATURES})
  void aTornLogResumesToTheSameBytes(int parts, @TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    var log = interrupted(target, parts).resolve(PartLog.FILE);
    byte[] bytes = Files.readAllBytes(log);
    int torn = bytes.length - 1 - new Random(SEED).nextInt(200);
    Files.write(log, Arrays.copyOf(bytes, torn));
    finish(target, parts - 1);
  }

  @Test
  void withoutResumeAnInterruptedRunIsBegunAnew(@TempDir Path temporary) {
    var target = temporary.resolve("run");
    interrupted(target, 1);
    try (var folder = begin(target)) {
      assertEquals(Set.of(), folder.log().kept());
    }
  }

  /** The log goes last: killed anywhere before, the run has lost nothing. */
  @Test
  void aKillWhileFilesAreWrittenCanBeResumed(@TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    var draft = interrupted(target, FEATURES);
    Files.writeString(draft.resolve("queries.csv"), "query,ro");
    Files.writeString(draft.resolve("record.json"), "{");
    finish(target, FEATURES);
  }

  @Test
  void aKillBetweenTheMovesCanBeResumed(@TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    var earlier = Files.createDirectory(temporary.resolve(".run-replaced"));
    Files.writeString(earlier.resolve(RunFolder.EXPERIMENT_FILE), EXPERIMENT);
    interrupted(target, FEATURES);
    assertTrue(Files.exists(target), "the earlier run has its name back");
    assertFalse(Files.exists(earlier));
    finish(target, FEATURES);
  }

  @Test
  void whatKilledProcessesHaveLeftIsTidiedByTheNext(@TempDir Path temporary) throws IOException {
    finish(temporary.resolve("whole"), 0);
    var older = Files.createDirectory(temporary.resolve(".whole-replaced"));
    Files.writeString(older.resolve(RunFolder.EXPERIMENT_FILE), EXPERIMENT);
    var begun = Files.createDirectory(temporary.resolve("begun.unfinished"));
    Files.writeString(begun.resolve(RunFolder.EXPERIMENT_FILE), EXPERIMENT);
    Files.write(begun.resolve(PartLog.FILE), new byte[5]);
    Files.createFile(temporary.resolve(".report.html.icl-" + deadProcess()));
    var alive = temporary.resolve(".report.html.icl-" + ProcessHandle.current().pid());
    Files.createFile(alive);
    var kept = interrupted(temporary.resolve("kept"), 2);
    var notes = Files.createFile(temporary.resolve(".notes"));
    finish(temporary.resolve("run"), 0);
    try (var left = Files.list(temporary)) {
      assertEquals(
          Set.of("whole", "kept.unfinished", "run", ".notes", alive.getFileName().toString()),
          left.map(path -> path.getFileName().toString()).collect(toSet()));
    }
    assertTrue(Files.exists(kept) && Files.exists(notes));
  }

  /** The number of no process that there is. */
  private static long deadProcess() {
    long pid = 4_000_000_000L;
    while (ProcessHandle.of(pid).isPresent()) {
      pid++;
    }
    return pid;
  }

  @Test
  void aKillBeforeTheLogIsRemovedLeavesARunThatIsWhole(@TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    finish(target, 0);
    Files.writeString(target.resolve(PartLog.FILE), "left behind");
    finish(target, 0);
  }

  @Test
  void anotherExperimentIsRefused(@TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    var draft = interrupted(target, 1);
    byte[] log = Files.readAllBytes(draft.resolve(PartLog.FILE));
    var other = LargeRun.given("{tokenLaw: {balanced: {features: 3}}, promptLength: 9}");
    var plan = other.plan(Wanted.whole());
    String sentence =
        "run folder must not have an unfinished run of another experiment beside it, and "
            + draft
            + " is one";
    requireRefusal(sentence, () -> RunFolder.resume(target, other, plan));
    requireRefusal(sentence, () -> RunFolder.begin(target, other, plan));
    assertArrayEquals(log, Files.readAllBytes(draft.resolve(PartLog.FILE)));
    assertFalse(Files.exists(target));
  }

  @Test
  void whatLooksLikeAnUnfinishedRunAndIsNoneIsNotTouched(@TempDir Path temporary)
      throws IOException {
    var target = temporary.resolve("run");
    var other = Files.createDirectory(temporary.resolve("run.unfinished"));
    var thesis = Files.writeString(other.resolve("thesis.tex"), "x");
    requireRefusal(
        "run folder must have no folder of another kind beside it, and " + other + " is one",
        () -> begin(target));
    assertEquals("x", Files.readString(thesis));
  }

  @Test
  void aFolderInUseIsRefused(@TempDir Path temporary) {
    var target = temporary.resolve("run");
    try (var folder = begin(target)) {
      run.keep(1, folder.log());
      requireRefusal(
          "run folder must not be in use by another process, and " + folder.draft() + " is",
          () -> begin(target));
      assertEquals(Set.copyOf(run.first(1)), folder.log().kept());
    }
    try (var folder = resume(target)) {
      assertEquals(Set.copyOf(run.first(1)), folder.log().kept());
    }
  }

  private static void requireRefusal(String sentence, Runnable opening) {
    var refusal = assertThrows(InvalidInputException.class, opening::run);
    assertEquals(sentence, refusal.getMessage());
  }

  @Test
  void aProcessThatEndsLeavesItsFinishedParts(@TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    try (var folder = begin(target)) {
      run.keep(3, folder.log());
      assertEquals(3, folder.stop());
    }
    finish(target, 3);
    try (var folder = begin(target)) {
      assertEquals(0, folder.stop());
      assertFalse(Files.exists(folder.draft()));
    }
    run.requireSame(target);
  }

  @Test
  void filesThatCannotBeWrittenLeaveThePartsAndTheEarlierRun(@TempDir Path temporary)
      throws IOException {
    var target = temporary.resolve("run");
    finish(target, 0);
    var draft = interrupted(target, FEATURES);
    try (var folder = resume(target)) {
      Files.createDirectory(folder.file("times.png"));
      var complaint =
          assertThrows(StorageException.class, () -> LargeRun.finish(folder, 1, Progress.none()));
      assertEquals(draft + " cannot be written: Is a directory", complaint.getMessage());
    }
    assertEquals(UNFINISHED, names(draft), "nothing is left half-written");
    run.requireSame(target);
    finish(target, FEATURES);
  }

  @Test
  void theLogitsAreAFileOfNumPyAndThoseOfEachColumnAlone() {
    var file = ByteBuffer.wrap(run.file("logits.npy")).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    file.get(magic);
    assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, magic);
    byte[] head = new byte[file.getShort()];
    file.get(head);
    assertEquals(0, file.position() % 64);
    String text = new String(head, StandardCharsets.US_ASCII);
    String shape = "\\(" + FEATURES + ", " + FEATURES + "\\)";
    assertTrue(
        Pattern.matches(
            "\\{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", } *\n", text),
        text);
    assertEquals(FEATURES * FEATURES * 8, file.remaining());
    var rows = file.asDoubleBuffer();
    for (int query : List.of(0, 7, FEATURES - 1)) {
      var column = LargeRun.GIVEN.experiment().layerPlan().train(query);
      var logits = column.trajectory().logitsAt(column.trajectory().end());
      for (int m = 0; m < FEATURES; m++) {
        assertEquals(logits.get(m), rows.get(query * FEATURES + m));
      }
    }
  }

  @Test
  void theTablesHaveARowAQueryAndTwoGroupsATime() {
    var queries = run.lines("queries.csv");
    assertEquals(FEATURES + 1, queries.size());
    var first = queries.get(1).split(",", -1);
    assertEquals(queries.get(0).split(",", -1).length, first.length);
    assertEquals("0", first[0]);
    assertEquals("converged", first[4]);
    assertEquals("budget-exhausted", queries.getLast().split(",", -1)[4]);
    String last = Integer.toString(FEATURES - 1);
    var groups =
        run.lines("trajectory.csv").stream()
            .filter(line -> line.startsWith(last + ","))
            .map(line -> line.split(",", -1)[6])
            .distinct()
            .toList();
    assertEquals(List.of(last, "0"), groups);
  }

  @Test
  void theRecordIsReadBackAsItWasWritten(@TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    finish(target, 0);
    var record = RecordFile.read(target);
    assertEquals(LargeRun.GIVEN.document(), LargeRun.given(text(target)).document());
    assertEquals(List.of("queries", "phases", "trajectory"), names(record.tables()));
    assertEquals(FEATURES, record.tables().getFirst().size());
    var rows = run.parts().values().stream().mapToInt(part -> part.tables().get(2).size()).sum();
    assertEquals(rows, record.tables().get(2).size());
  }

  private static String text(Path target) throws IOException {
    return Files.readString(RunFolder.experimentOf(target));
  }

  private static List<String> names(List<Table> tables) {
    return tables.stream().map(table -> table.form().name()).toList();
  }
}
