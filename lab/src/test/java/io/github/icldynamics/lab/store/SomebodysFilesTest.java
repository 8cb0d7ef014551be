package io.github.icldynamics.lab.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is near a run and not of its making stays as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SomebodysFilesTest {
  private final LargeRun run;

  SomebodysFilesTest(@TempDir Path once) throws IOException {
    run = LargeRun.make(once.resolve("run"));
  }

  private static RunFolder begin(Path target) {
    return RunFolder.begin(target, LargeRun.GIVEN, LargeRun.PLAN);
  }

  private static RunFolder resume(Path target) {
    return RunFolder.resume(target, LargeRun.GIVEN, LargeRun.PLAN);
  }

  private static void requireRefused(String part, Runnable opening) {
    var e = assertThrows(InvalidInputException.class, opening::run);
    assertTrue(String.valueOf(e.getMessage()).contains(part), e.getMessage());
  }

  private static Path written(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, "dear");
  }

  private static void requireWhole(Path file) throws IOException {
    assertEquals("dear", Files.readString(file));
  }

  private Path interrupted(Path target) {
    try (var folder = begin(target)) {
      run.keep(3, folder.log());
      return folder.draft();
    }
  }

  @Test
  void anUnfinishedFolderOfAnotherKindIsLeftAlone(@TempDir Path temporary) throws IOException {
    var chapter = written(temporary.resolve("thesis.unfinished/chapter.txt"));
    var parts = written(temporary.resolve("thesis.unfinished/parts.log"));
    begin(temporary.resolve("run")).close();
    requireWhole(chapter);
    requireWhole(parts);
  }

  @Test
  void aDamagedLogStaysUntilItIsDropped(@TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    var log = interrupted(target).resolve(PartLog.FILE);
    byte[] bytes = Files.readAllBytes(log);
    bytes[12] ^= 1;
    Files.write(log, bytes);
    begin(temporary.resolve("other")).close();
    requireRefused("--restart drops it", () -> resume(target).close());
    assertArrayEquals(bytes, Files.readAllBytes(log));
    begin(target).close();
    assertTrue(Files.notExists(log));
  }

  @Test
  void whatIsPutInAnUnfinishedRunIsNotThrownAway(@TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    var notes = written(interrupted(target).resolve("notes.txt"));
    requireRefused("notes.txt is something else", () -> resume(target).close());
    requireWhole(notes);
  }

  @Test
  void whereAnEarlierRunIsPutAsideMustBeRoom(@TempDir Path temporary) throws IOException {
    var mine = written(temporary.resolve(".run-replaced/mine"));
    requireRefused(".run-replaced is one", () -> begin(temporary.resolve("run")).close());
    requireWhole(mine);
  }

  @Test
  void whatAppearsWhileTheRunIsMadeIsNotReplaced(@TempDir Path temporary) throws IOException {
    var target = temporary.resolve("run");
    try (var folder = begin(target)) {
      LargeRun.finish(folder, 1, Progress.none());
      var mine = written(target.resolve("mine"));
      requireRefused("must be new or empty", folder::commit);
      requireWhole(mine);
      assertTrue(folder.kept() > 0);
    }
  }

  @Test
  void aLogThatSomebodySpoilsIsNoInternalError(@TempDir Path temporary) throws IOException {
    try (var folder = begin(temporary.resolve("run"))) {
      run.keep(3, folder.log());
      Files.write(folder.draft().resolve(PartLog.FILE), new byte[0]);
      String part = folder.log().kept().iterator().next();
      var e = assertThrows(StorageException.class, () -> folder.log().read(part));
      assertTrue(String.valueOf(e.getMessage()).contains("somebody has changed it"));
      assertEquals(0, folder.kept());
    }
  }
}
