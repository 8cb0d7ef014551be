package io.github.icldynamics.studio;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Shape;
import java.util.List;
import java.util.function.Function;

/** A shape as a document: a mapping with a type. */
final class ShapeNode {
  private ShapeNode() {}

  static Node of(Shape shape) {
    return switch (shape) {
      case Shape.Numeral(var bounds, var whole) -> numeral(bounds, whole);
      case Shape.Truth() -> typed("truth");
      case Shape.Word(var words) -> typed("word").with("words", items(words, Node.Text::new));
      case Shape.Items(var element) -> typed("list").with("element", of(element));
      case Shape.Mapping(var entries) ->
          typed("mapping").with("entries", items(entries, ShapeNode::entry));
      case Shape.OneOf(var cases) ->
          typed("choice").with("cases", items(cases, ShapeNode::oneCase));
      case Shape.Tagged(var key, var cases) ->
          typed("tagged")
              .with("key", new Node.Text(key))
              .with("cases", items(cases, ShapeNode::oneCase));
    };
  }

  private static Node.Mapping typed(String type) {
    return Node.Mapping.empty().with("type", new Node.Text(type));
  }

  private static Node numeral(Bounds bounds, boolean whole) {
    return typed("number")
        .with("whole", new Node.Truth(whole))
        .with("low", new Node.Real(bounds.low()))
        .with("high", new Node.Real(bounds.high()))
        .with("withLow", new Node.Truth(bounds.withLow()))
        .with("withHigh", new Node.Truth(bounds.withHigh()))
        .with("rule", new Node.Text(bounds.rule()));
  }

  private static Node oneCase(Shape.Case one) {
    return Node.Mapping.empty()
        .with("key", new Node.Text(one.key()))
        .with("sentence", new Node.Text(one.sentence()))
        .with("shape", of(one.shape()));
  }

  private static Node entry(Shape.Entry entry) {
    var node =
        Node.Mapping.empty()
            .with("key", new Node.Text(entry.key()))
            .with("symbol", new Node.Text(entry.notes().symbol()))
            .with("sentence", new Node.Text(entry.notes().sentence()));
    if (entry.option().filter(CommandOption::isWhole).isPresent()) {
      // Its name without the dashes before it.
      String name = entry.option().get().name().replaceFirst("^-+", "");
      node = node.with("option", new Node.Text(name));
    }
    if (entry.otherwise().isPresent()) {
      node = node.with("otherwise", entry.otherwise().get());
    }
    return node.with("shape", of(entry.shape()));
  }

  private static <T> Node items(List<T> values, Function<T, Node> node) {
    return new Node.Items(values.stream().map(node).toList());
  }
}
