package io.github.icldynamics.lab.command;

import io.github.icldynamics.system.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a person wants to read after a run, as text. */
final class RunReport {
  private RunReport() {}

  /** The blocks one below the other, and where the run is kept. */
  static String of(List<Block> blocks, Optional<Path> folder) {
    var text = new StringBuilder();
    blocks.forEach(block -> text.append(text(block).stripTrailing()).append('\n'));
    folder.ifPresent(path -> text.append("\nWritten to ").append(path));
    return text.toString().stripTrailing();
  }

  private static String text(Block block) {
    return switch (block) {
      case Block.Line(String line) -> line;
      case Block.Gap() -> "";
      case Block.Grid(var heads, var rows) -> {
        var table = new TextTable(heads.toArray(String[]::new));
        rows.forEach(table::add);
        yield table.toString();
      }
    };
  }
}
