package io.github.icldynamics.schema;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * An option of the command line that replaces a field.
 *
 * @param name such as {@code --prompt-length}
 * @param label what stands for its value, such as {@code N|inf}
 * @param sentence what it does, if it does less than the field says; may be empty
 * @param isWhole whether its text says all that the field may hold, so that a value of the field
 *     can be written as the option
 * @param written the value as a document would hold it
 */
public record CommandOption(
    String name, String label, String sentence, boolean isWhole, Function<String, Node> written) {
  /** An option with one value. */
  public static CommandOption of(String name, String label) {
    return new CommandOption(name, label, "", true, Node.Text::new);
  }

  /**
   * An option with values divided by commas.
   *
   * @param words values that stand for themselves
   */
  public static CommandOption list(String name, String label, String... words) {
    var single = List.of(words);
    return new CommandOption(
        name, label, "", true, text -> single.contains(text) ? new Node.Text(text) : items(text));
  }

  private static Node items(String text) {
    return new Node.Items(Arrays.stream(text.split(",", -1)).<Node>map(Node.Text::new).toList());
  }

  /** An option written as {@code key=value}, which a document holds as a mapping with one key. */
  public static CommandOption entry(String name, String label) {
    return new CommandOption(name, label, "", false, CommandOption::entry);
  }

  private static Node entry(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new Node.Text(text)
        : Node.Mapping.empty()
            .with(text.substring(0, equals), new Node.Text(text.substring(equals + 1)));
  }

  /**
   * An option whose value a document holds within mappings.
   *
   * @param sentence what it does
   * @param keys from the outermost one
   */
  public static CommandOption keyed(String name, String label, String sentence, String... keys) {
    return new CommandOption(name, label, sentence, false, text -> within(List.of(keys), text));
  }

  private static Node within(List<String> keys, String text) {
    return keys.isEmpty()
        ? new Node.Text(text)
        : Node.Mapping.empty().with(keys.getFirst(), within(keys.subList(1, keys.size()), text));
  }

  /**
   * The name by which a part of its value is complained about: what is written with the value is
   * told, the mappings around it are not.
   *
   * @param part keys below the option's field
   */
  String named(String part) {
    // What wraps no empty text is given as it stands, so that what is wrong in it is the user's.
    return written.apply("").equals(new Node.Text("")) ? name + " " + part : name;
  }

  /** The value as a document would hold it. */
  Node node(String text) {
    return written.apply(text);
  }
}
