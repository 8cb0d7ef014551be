package io.github.icldynamics.studio;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A shape as a document: a mapping with a type. */
final class ShapeNode {
  private ShapeNode() {}

  static Node of(Shape shape) {
    return switch (shape) {
      case Shape.Numeral(var bounds, var whole) -> numeral(bounds, whole);
      case Shape.Truth() -> typed("truth", Map.of());
      case Shape.Word(var words) -> typed("word", Map.of("words", texts(words)));
      case Shape.Items(var element) -> typed("list", Map.of("element", of(element)));
      case Shape.Mapping(var entries) ->
          typed("mapping", Map.of("entries", items(entries, ShapeNode::entry)));
      case Shape.OneOf(var cases) ->
          typed("choice", Map.of("cases", items(cases, ShapeNode::oneCase)));
      case Shape.Tagged(var key, var cases) -> tagged(key, cases);
    };
  }

  private static Node typed(String type, Map<String, Node> more) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("type", new Node.Text(type));
    entries.putAll(more);
    return new Node.Mapping(entries);
  }

  private static Node numeral(Bounds bounds, boolean whole) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("whole", new Node.Truth(whole));
    entries.put("low", new Node.Real(bounds.low()));
    entries.put("high", new Node.Real(bounds.high()));
    entries.put("withLow", new Node.Truth(bounds.withLow()));
    entries.put("withHigh", new Node.Truth(bounds.withHigh()));
    entries.put("rule", new Node.Text(bounds.rule()));
    return typed("number", entries);
  }

  private static Node tagged(String key, List<Shape.Case> cases) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("key", new Node.Text(key));
    entries.put("cases", items(cases, ShapeNode::oneCase));
    return typed("tagged", entries);
  }

  private static Node oneCase(Shape.Case one) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("key", new Node.Text(one.key()));
    entries.put("sentence", new Node.Text(one.sentence()));
    entries.put("shape", of(one.shape()));
    return new Node.Mapping(entries);
  }

  private static Node entry(Shape.Entry entry) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("key", new Node.Text(entry.key()));
    entries.put("symbol", new Node.Text(entry.notes().symbol()));
    entries.put("sentence", new Node.Text(entry.notes().sentence()));
    entry.option().ifPresent(option -> entries.put("option", option(option)));
    entry.otherwise().ifPresent(otherwise -> entries.put("otherwise", otherwise));
    entries.put("shape", of(entry.shape()));
    return new Node.Mapping(entries);
  }

  /** Its name without the dashes before it. */
  private static Node option(CommandOption option) {
    return new Node.Text(option.name().replaceFirst("^-+", ""));
  }

  private static Node texts(List<String> texts) {
    return items(texts, Node.Text::new);
  }

  private static <T> Node items(List<T> values, Function<T, Node> node) {
    return new Node.Items(values.stream().map(node).toList());
  }
}
