package io.github.icldynamics.lab.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Fragment;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.Wanted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Finished parts on disk: what was damaged is cut off, what is whole is used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartLogTest {
  private static final int SEED = 20240924;

  private final LargeRun run;

  PartLogTest(@TempDir Path once) throws IOException {
    run = LargeRun.make(once.resolve("run"));
  }

  private static Path file(Path folder) {
    return folder.resolve(PartLog.FILE);
  }

  private static PartLog begin(Path file) {
    return PartLog.begin(file, LargeRun.GIVEN.document(), LargeRun.PLAN);
  }

  private static PartLog resume(Path file) {
    return PartLog.resume(file, LargeRun.GIVEN.document(), LargeRun.PLAN);
  }

  /** Writes a log of the first parts; returns its length. */
  private long write(Path file, int parts) throws IOException {
    try (var log = begin(file)) {
      run.keep(parts, log);
    }
    return Files.size(file);
  }

  private void requireTwoKept(Path file, long length) throws IOException {
    try (var log = resume(file)) {
      assertEquals(Set.copyOf(run.first(2)), log.kept());
      run.first(2).forEach(part -> assertEquals(run.fragment(part), log.read(part)));
    }
    assertEquals(length, Files.size(file));
  }

  @Test
  void everyPartIsReadBackBitByBit(@TempDir Path folder) throws IOException {
    write(file(folder), LargeRun.FEATURES);
    try (var log = resume(file(folder))) {
      assertEquals(run.parts().keySet(), log.kept());
      run.parts().forEach((part, fragment) -> assertEquals(fragment, log.read(part)));
    }
  }

  @Test
  void aTailTornAnywhereIsCutOff(@TempDir Path folder) throws IOException {
    var file = file(folder);
    long before = write(file, 2);
    byte[] bytes = bytesOfThree(file);
    for (int length = (int) before; length < bytes.length; length += nextStep(length - before)) {
      Files.write(file, Arrays.copyOf(bytes, length));
      requireTwoKept(file, before);
    }
  }

  /** Every byte of a frame's head and of what identifies the part, then every seventh. */
  private static int nextStep(long within) {
    return within < 64 ? 1 : 7;
  }

  private byte[] bytesOfThree(Path file) throws IOException {
    long length = write(file, 3);
    byte[] bytes = Files.readAllBytes(file);
    assertEquals(length, bytes.length);
    return bytes;
  }

  @Test
  void aSpoiltTailIsCutOff(@TempDir Path folder) throws IOException {
    var file = file(folder);
    long before = write(file, 2);
    byte[] bytes = bytesOfThree(file);
    var random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      byte[] spoilt = bytes.clone();
      int place = (int) before + random.nextInt(bytes.length - (int) before);
      spoilt[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, spoilt);
      requireTwoKept(file, before);
    }
  }

  @Test
  void afterATornTailPartsAreAppended(@TempDir Path folder) throws IOException {
    var file = file(folder);
    byte[] bytes = bytesOfThree(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    try (var log = resume(file)) {
      var third = run.first(3).getLast();
      log.keep(third, run.fragment(third));
    }
    assertEquals(bytes.length, Files.size(file));
    try (var log = resume(file)) {
      assertEquals(Set.copyOf(run.first(3)), log.kept());
      run.first(3).forEach(part -> assertEquals(run.fragment(part), log.read(part)));
    }
  }

  @Test
  void aLogTornBeforeItsFirstPartIsBegunAnew(@TempDir Path folder) throws IOException {
    var file = file(folder);
    long empty = write(file, 0);
    byte[] foreign = "something else".getBytes(StandardCharsets.UTF_8);
    for (byte[] other : List.of(new byte[0], new byte[5], foreign)) {
      Files.write(file, other);
      try (var log = resume(file)) {
        assertEquals(Set.of(), log.kept());
      }
      assertEquals(empty, Files.size(file));
    }
  }

  @Test
  void partsMadeForOtherStatesAreOfNoUse(@TempDir Path folder) {
    var given = LargeRun.given("{tokenLaw: {zipf: {features: 3}}, promptLength: inf}");
    var usual = given.plan(Wanted.whole());
    var other = given.plan(new Wanted(List.of(1.0, 2.0), Wanted.Detail.WHOLE));
    var part = usual.parts().getFirst().name();
    try (var log = PartLog.begin(file(folder), given.document(), usual)) {
      log.keep(part, Fragment.of(List.of()));
    }
    assertEquals(Set.of(part), kept(folder, usual));
    var refusal = assertThrows(InvalidInputException.class, () -> kept(folder, other));
    assertTrue(String.valueOf(refusal.getMessage()).endsWith("; --restart drops it"));
    assertEquals(Set.of(part), kept(folder, usual));
  }

  private static Set<String> kept(Path folder, RunPlan plan) {
    var document =
        LargeRun.given("{tokenLaw: {zipf: {features: 3}}, promptLength: inf}").document();
    try (var log = PartLog.resume(file(folder), document, plan)) {
      return log.kept();
    }
  }

  @Test
  void whatCannotBeWrittenIsSaidAndNotKept(@TempDir Path folder) throws IOException {
    var file = file(folder);
    long before = write(file, 2);
    byte[] bytes = Files.readAllBytes(file);
    var log = resume(file);
    log.close();
    var third = run.first(3).getLast();
    var complaint =
        assertThrows(StorageException.class, () -> log.keep(third, run.fragment(third)));
    assertEquals(file + " cannot be written: it is closed", complaint.getMessage());
    assertTrue(!log.kept().contains(third));
    assertEquals(before, Files.size(file));
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }
}
