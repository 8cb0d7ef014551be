package io.github.icldynamics.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What processes that were killed have left beside runs and reports, of no use to anybody. */
final class Leftovers {
  private Leftovers() {}

  /** Removes what is provably dead in a folder; if that cannot be done, it stays. */
  static void tidy(Path folder) {
    for (var entry : entriesOf(folder)) {
      try {
        if (DraftFile.isDead(entry)) {
          Files.deleteIfExists(entry);
        } else {
          RunFolder.tidy(entry);
        }
      } catch (IOException e) {
        // Not ours to remove: nothing of the run depends on it.
      }
    }
  }

  private static List<Path> entriesOf(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
