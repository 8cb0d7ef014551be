package io.github.icldynamics.system;

import java.util.List;

/** A piece of what a person wants to read after a run. */
public sealed interface Block {
  /** A line. */
  record Line(String text) implements Block {}

  /** A table of texts. */
  record Grid(List<String> heads, List<List<String>> rows) implements Block {
    public Grid {
      heads = List.copyOf(heads);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Room between what belongs together. */
  record Gap() implements Block {}
}
