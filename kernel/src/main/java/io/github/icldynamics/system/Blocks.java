package io.github.icldynamics.system;

import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.ArrayList;
import java.util.List;

/** What a person wants to read after a run, put down piece by piece. */
public final class Blocks {
  private final List<Block> all = new ArrayList<>();

  /** Puts down a line. */
  public void line(String text) {
    all.add(new Block.Line(text));
  }

  /** Leaves room. */
  public void gap() {
    all.add(new Block.Gap());
  }

  /** Puts down a table. */
  public void grid(List<String> heads, List<List<String>> rows) {
    all.add(new Block.Grid(heads, rows));
  }

  /** All that has been put down. */
  public List<Block> all() {
    return List.copyOf(all);
  }

  /** What a headline calls prompts of a length. */
  public static String prompts(PromptLength length) {
    return switch (length) {
      case PromptLength.Finite(long tokens) ->
          "prompts of " + SignificantDigits.of((double) tokens) + " tokens";
      case PromptLength.Infinite() -> "infinite prompts";
    };
  }
}
