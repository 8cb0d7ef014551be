package io.github.icldynamics.contract;

import io.github.icldynamics.schema.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Documents as tests write them in a line, {@code {law: {zipf: {features: 5}}, queries: [0, 1]}}:
 * YAML's flow style without quotes. Numbers stay texts, as in a file.
 */
public final class FlowText {
  private final String text;
  private int next;

  private FlowText(String text) {
    this.text = text;
  }

  /** The document of a text. */
  public static Node read(String text) {
    var flow = new FlowText(text);
    var node = flow.value();
    flow.skipSpace();
    if (flow.next < text.length()) {
      throw flow.unexpected();
    }
    return node;
  }

  private Node value() {
    if (skip('{')) {
      return mapping();
    }
    return skip('[') ? items() : scalar(word());
  }

  private static Node scalar(String word) {
    return switch (word) {
      case "true", "false" -> new Node.Truth(Boolean.parseBoolean(word));
      default -> new Node.Text(word);
    };
  }

  private Node mapping() {
    var entries = new LinkedHashMap<String, Node>();
    while (!skip('}')) {
      String key = word();
      require(':');
      entries.put(key, value());
      separate('}');
    }
    return new Node.Mapping(entries);
  }

  private Node items() {
    var items = new ArrayList<Node>();
    while (!skip(']')) {
      items.add(value());
      separate(']');
    }
    return new Node.Items(items);
  }

  private void separate(char end) {
    if (!skip(',') && !isAt(end)) {
      throw unexpected();
    }
  }

  private String word() {
    skipSpace();
    int start = next;
    while (next < text.length() && "{}[]:,".indexOf(text.charAt(next)) < 0) {
      next++;
    }
    if (start == next) {
      throw unexpected();
    }
    return text.substring(start, next).strip();
  }

  private void require(char character) {
    if (!skip(character)) {
      throw unexpected();
    }
  }

  private boolean skip(char character) {
    boolean found = isAt(character);
    next += found ? 1 : 0;
    return found;
  }

  private boolean isAt(char character) {
    skipSpace();
    return next < text.length() && text.charAt(next) == character;
  }

  private void skipSpace() {
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("not in flow style from " + next + " on: " + text);
  }
}
