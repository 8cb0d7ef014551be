package io.github.icldynamics.system;

import io.github.icldynamics.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The options of the command line that the fields of a schema declare. */
public final class Options {
  private Options() {}

  /** Every option with the field that it replaces first. */
  public static Map<String, Shape.Entry> of(Shape shape) {
    var options = new LinkedHashMap<String, Shape.Entry>();
    walk(
        "",
        shape,
        (path, entry) -> options.putIfAbsent(entry.option().orElseThrow().name(), entry));
    return options;
  }

  /** The fields that an option replaces, by their paths. */
  static List<String> placesOf(String option, Shape shape) {
    var places = new ArrayList<String>();
    walk(
        "",
        shape,
        (path, entry) -> {
          if (entry.option().orElseThrow().name().equals(option)) {
            places.add(path + entry.key());
          }
        });
    return places;
  }

  private static void walk(String path, Shape shape, BiConsumer<String, Shape.Entry> visitor) {
    switch (shape) {
      case Shape.Mapping(var entries) -> {
        for (var entry : entries) {
          entry.option().ifPresent(option -> visitor.accept(path, entry));
          walk(path + entry.key() + ".", entry.shape(), visitor);
        }
      }
      case Shape.OneOf(var cases) ->
          cases.forEach(
              one ->
                  walk(one.key().isEmpty() ? path : path + one.key() + ".", one.shape(), visitor));
      case Shape.Tagged _, Shape.Items _, Shape.Numeral _, Shape.Truth _, Shape.Word _ -> {}
    }
  }
}
