package io.github.icldynamics.schema;

import java.util.Arrays;
import java.util.List;

/**
 * An option of the command line that replaces a field.
 *
 * @param name such as {@code --prompt-length}
 * @param label what stands for its value, such as {@code N|inf}
 * @param words values that stand for themselves where others are lists
 */
public record CommandOption(String name, String label, List<String> words) {
  public CommandOption {
    words = List.copyOf(words);
  }

  /** An option with one value. */
  public static CommandOption of(String name, String label) {
    return new CommandOption(name, label, List.of());
  }

  /** An option with values divided by commas, or one of some words. */
  public static CommandOption list(String name, String label, String... words) {
    return new CommandOption(name, label, List.of(words));
  }

  /** The value as a document would hold it. */
  Node node(String text) {
    boolean single = words.isEmpty() || words.contains(text);
    return single
        ? new Node.Text(text)
        : new Node.Items(Arrays.stream(text.split(",", -1)).<Node>map(Node.Text::new).toList());
  }
}
