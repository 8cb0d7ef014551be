package io.github.icldynamics.studio;

import io.github.icldynamics.schema.Node;
import java.util.stream.Collectors;

/** Documents as JavaScript, which unlike JSON has infinity. */
final class ScriptText {
  private ScriptText() {}

  static String of(Node node) {
    return switch (node) {
      case Node.Text(String text) -> quoted(text);
      case Node.Whole(long value) -> Long.toString(value);
      case Node.Real(double value) -> Double.toString(value);
      case Node.Truth(boolean value) -> Boolean.toString(value);
      case Node.Nothing() -> "null";
      case Node.Items(var items) ->
          items.stream().map(ScriptText::of).collect(Collectors.joining(", ", "[", "]"));
      case Node.Mapping(var entries) ->
          entries.entrySet().stream()
              .map(entry -> quoted(entry.getKey()) + ": " + of(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String quoted(String text) {
    return text.chars().mapToObj(ScriptText::escaped).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int character) {
    boolean plain = character >= ' ' && character != '"' && character != '\\' && character < 0x2028;
    boolean letter = plain || character > 0x2029;
    return letter ? Character.toString(character) : "\\u%04x".formatted(character);
  }
}
