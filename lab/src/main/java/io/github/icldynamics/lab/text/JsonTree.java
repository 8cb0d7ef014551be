package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Documents as the library of texts has them. */
final class JsonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** YAML's other words for null. */
  private static final Set<String> YAML_NULLS = Set.of("~", "Null", "NULL");

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

  /** A document of the library's; numbers stay as they were written. */
  static Node read(JsonNode node) {
    if (node.isObject()) {
      var entries = new LinkedHashMap<String, Node>();
      node.propertyNames().forEach(key -> entries.put(key, read(node.get(key))));
      return new Node.Mapping(entries);
    }
    if (node.isArray()) {
      var items = new ArrayList<Node>();
      node.forEach(item -> items.add(read(item)));
      return new Node.Items(items);
    }
    return scalar(node);
  }

  private static Node scalar(JsonNode node) {
    boolean yamlNull = node.isString() && YAML_NULLS.contains(node.asString());
    if (node.isNull() || node.isMissingNode() || yamlNull) {
      return new Node.Nothing();
    }
    return node.isBoolean() ? new Node.Truth(node.asBoolean()) : new Node.Text(node.asString());
  }
}
