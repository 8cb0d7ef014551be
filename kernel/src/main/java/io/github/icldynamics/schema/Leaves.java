package io.github.icldynamics.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The fields of a document that hold no others, by their paths. */
public final class Leaves {
  private Leaves() {}

  /** All of them, in their order: {@code tokenLaw.imbalanced.features}, {@code queries[1]}. */
  public static Map<String, Node> of(Node document) {
    var leaves = new LinkedHashMap<String, Node>();
    visit("", document, leaves::put);
    return leaves;
  }

  private static void visit(String path, Node node, BiConsumer<String, Node> visitor) {
    switch (node) {
      case Node.Mapping(var entries) ->
          entries.forEach(
              (key, value) -> visit(path.isEmpty() ? key : path + "." + key, value, visitor));
      case Node.Items(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          visit(path + "[" + i + "]", items.get(i), visitor);
        }
      }
      case Node.Text _, Node.Whole _, Node.Real _, Node.Truth _, Node.Nothing _ ->
          visitor.accept(path, node);
    }
  }
}
