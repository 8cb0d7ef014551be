package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Documents as the library of texts has them. */
final class JsonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  /** A document as the library has it. */
  static JsonNode of(Node node) {
    return switch (node) {
      case Node.Text(String text) -> NODES.stringNode(text);
      case Node.Whole(long value) -> NODES.numberNode(value);
      case Node.Real(double value) -> NODES.numberNode(value);
      case Node.Truth(boolean value) -> NODES.booleanNode(value);
      case Node.Nothing() -> NODES.nullNode();
      case Node.Items(var items) -> {
        var list = NODES.arrayNode();
        items.forEach(item -> list.add(of(item)));
        yield list;
      }
      case Node.Mapping(var entries) -> {
        var mapping = NODES.objectNode();
        entries.forEach((key, value) -> mapping.set(key, of(value)));
        yield mapping;
      }
    };
  }
}
