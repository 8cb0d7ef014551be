package io.github.icldynamics.lab;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A document of which one field has a value that its declaration does not allow.
 *
 * @param field its path
 * @param given the value
 */
record BadDocument(String field, Node given, Node document) {
  private static final Node NONSENSE = new Node.Text("nonsense");

  /** One or more for every field that a good document has. */
  static List<BadDocument> of(Shape.Mapping shape, Node.Mapping good) {
    var bad = new ArrayList<BadDocument>();
    new Place("", shape, good, node -> node).collect(bad);
    return bad;
  }

  @Override
  public String toString() {
    return field + " = " + given.given();
  }

  /** Where a node stands in a document, which can be made again with another one there. */
  private record Place(String path, Shape shape, Node node, Function<Node, Node> document) {
    void collect(List<BadDocument> bad) {
      switch (shape) {
        case Shape.Mapping(var entries) -> mapping(entries, bad);
        case Shape.Tagged tagged -> tagged(tagged, bad);
        case Shape.OneOf(var cases) -> oneOf(cases, bad);
        case Shape.Items(var element) -> items(element, bad);
        case Shape.Numeral(Bounds bounds, boolean whole) -> {
          outside(bounds, whole).forEach(value -> add(value, bad));
          add(NONSENSE, bad);
        }
        case Shape.Truth _, Shape.Word _ -> add(NONSENSE, bad);
      }
    }

    private void add(Node value, List<BadDocument> bad) {
      bad.add(new BadDocument(path, value, document.apply(value)));
    }

    private void mapping(List<Shape.Entry> entries, List<BadDocument> bad) {
      if (!(node instanceof Node.Mapping mapping)) {
        throw new IllegalStateException(path + " is no mapping");
      }
      for (var entry : entries) {
        var value = mapping.entries().get(entry.key());
        boolean inline = entry.shape() instanceof Shape.Tagged && !(value instanceof Node.Mapping);
        if (inline) {
          new Place(path, entry.shape(), mapping, document).collect(bad);
        } else if (value != null) {
          below(entry.key(), entry.shape(), value, mapping).collect(bad);
        }
      }
    }

    private Place below(String key, Shape inner, Node value, Node.Mapping mapping) {
      return new Place(
          path.isEmpty() ? key : path + "." + key,
          inner,
          value,
          other -> document.apply(mapping.with(key, other)));
    }

    private void tagged(Shape.Tagged tagged, List<BadDocument> bad) {
      if (!(node instanceof Node.Mapping mapping)) {
        throw new IllegalStateException(path + " is no mapping");
      }
      var word = Optional.ofNullable(mapping.entries().get(tagged.key())).orElseThrow();
      below(tagged.key(), new Shape.Word(List.of()), word, mapping).add(NONSENSE, bad);
      tagged.cases().stream()
          .filter(one -> word.equals(new Node.Text(one.key())))
          .forEach(one -> new Place(path, one.shape(), mapping, document).collect(bad));
    }

    private void oneOf(List<Shape.Case> cases, List<BadDocument> bad) {
      add(NONSENSE, bad);
      for (var one : cases) {
        if (node instanceof Node.Mapping mapping && mapping.entries().containsKey(one.key())) {
          var value = Optional.ofNullable(mapping.entries().get(one.key())).orElseThrow();
          below(one.key(), one.shape(), value, mapping).collect(bad);
        } else if (one.shape() instanceof Shape.Numeral(Bounds bounds, boolean whole)) {
          outside(bounds, whole).forEach(value -> add(value, bad));
        }
      }
    }

    private void items(Shape element, List<BadDocument> bad) {
      add(NONSENSE, bad);
      if (node instanceof Node.Items(var items) && !items.isEmpty()) {
        var rest = items.subList(1, items.size());
        new Place(
                path + "[0]", element, items.getFirst(), other -> document.apply(join(other, rest)))
            .collect(bad);
      }
    }

    private static Node join(Node first, List<Node> rest) {
      var all = new ArrayList<Node>();
      all.add(first);
      all.addAll(rest);
      return new Node.Items(all);
    }

    private static List<Node> outside(Bounds bounds, boolean whole) {
      var values = new ArrayList<Node>();
      if (Double.isFinite(bounds.low())) {
        double below = bounds.withLow() ? Math.nextDown(bounds.low()) : bounds.low();
        values.add(whole ? new Node.Whole((long) bounds.low() - 1) : new Node.Real(below));
      }
      if (Double.isFinite(bounds.high()) && bounds.high() < 1e17) {
        double above = bounds.withHigh() ? Math.nextUp(bounds.high()) : bounds.high();
        values.add(whole ? new Node.Whole((long) bounds.high() + 1) : new Node.Real(above));
      }
      return values;
    }
  }
}
