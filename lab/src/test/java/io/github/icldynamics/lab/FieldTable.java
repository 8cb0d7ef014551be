package io.github.icldynamics.lab;

import static java.util.stream.Collectors.joining;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All fields of a shape as a table of Markdown, a row a field; choices that recur stand once. */
final class FieldTable {
  private static final String HEAD = "| field | values | default | what |\n|---|---|---|---|\n";
  private static final String NEXT = "<br>";

  private final List<String> rows = new ArrayList<>();

  /** Choices with fields of their own, and where their rows are. */
  private final Map<Shape, String> placed = new HashMap<>();

  private FieldTable() {}

  static String of(Shape shape) {
    var table = new FieldTable();
    table.addAll("", shape);
    return HEAD + String.join("\n", table.rows);
  }

  /** The rows of all fields below a place. */
  private void addAll(String place, Shape shape) {
    switch (shape) {
      case Shape.Mapping(var entries) -> entries.forEach(entry -> add(place, entry));
      case Shape.Items(var element) -> addAll(place + "[]", element);
      case Shape.OneOf(var cases) -> addChoice(place, shape, cases);
      case Shape.Tagged(var tag, var cases) -> {
        add(below(place, tag), values(shape), "required", "");
        addConstants(place, cases);
      }
      case Shape.Numeral _, Shape.Truth _, Shape.Word _ -> {}
    }
  }

  private void addChoice(String place, Shape choice, List<Shape.Case> cases) {
    if (placed.containsKey(choice)) {
      return;
    }
    int before = rows.size();
    cases.forEach(one -> addAll(below(place, one.key()), one.shape()));
    if (rows.size() > before) {
      placed.put(choice, place);
    }
  }

  private void add(String place, Shape.Entry entry) {
    String path = below(place, entry.key());
    add(path, values(entry.shape()), otherwise(entry), what(entry));
    if (entry.shape() instanceof Shape.Tagged(_, var cases)) {
      addConstants(place, cases);
    } else {
      addAll(path, entry.shape());
    }
  }

  /** Constants stand beside the word that they go with; several words may share one. */
  private void addConstants(String place, List<Shape.Case> cases) {
    var entries = new LinkedHashMap<String, Shape.Entry>();
    var words = new LinkedHashMap<String, List<String>>();
    for (var one : cases) {
      if (one.shape() instanceof Shape.Mapping(var constants)) {
        for (var constant : constants) {
          entries.putIfAbsent(constant.key(), constant);
          words.computeIfAbsent(constant.key(), key -> new ArrayList<>()).add(code(one.key()));
        }
      }
    }
    entries.forEach(
        (key, entry) ->
            add(
                below(place, key),
                values(entry.shape()),
                otherwise(entry),
                what(entry) + "; with " + String.join(", ", words.getOrDefault(key, List.of()))));
  }

  private void add(String path, String values, String otherwise, String what) {
    rows.add(
        Stream.of(code(path), values, otherwise, what)
            .map(cell -> cell.replace("|", "\\|"))
            .collect(joining(" | ", "| ", " |")));
  }

  private String values(Shape shape) {
    var place = placed.get(shape);
    if (place != null) {
      return "as " + code(place);
    }
    return switch (shape) {
      case Shape.Numeral(var bounds, var whole) -> whole ? whole(bounds) : range(bounds);
      case Shape.Truth() -> "`true`, `false`";
      case Shape.Word(var words) -> words.stream().map(FieldTable::code).collect(joining(", "));
      case Shape.Items(Shape.Items _) -> "a matrix `[[…], …]`";
      case Shape.Items(Shape.Mapping _) -> "a list of mappings";
      case Shape.Items(Shape.Numeral(_, var whole)) ->
          whole ? "a list of whole numbers" : "a list of numbers";
      case Shape.Items(var element) -> "a list, each: " + values(element);
      case Shape.Mapping _ -> "a mapping";
      case Shape.OneOf(var cases) -> cases.stream().map(this::value).collect(joining(NEXT));
      case Shape.Tagged(_, var cases) ->
          cases.stream().map(one -> said(code(one.key()), one.sentence())).collect(joining(NEXT));
    };
  }

  private static String range(Bounds bounds) {
    return bounds.rule().replaceFirst("^must (be )?", "").replaceFirst("^lie in", "in");
  }

  private static String whole(Bounds bounds) {
    if (bounds.equals(Bounds.finite())) {
      return "a whole number";
    }
    String range = range(bounds);
    return range.contains("whole") ? range : "a whole number " + range;
  }

  private String value(Shape.Case one) {
    return said(written(one), one.sentence());
  }

  private String written(Shape.Case one) {
    if (one.key().isEmpty()) {
      return bare(one.shape());
    }
    return switch (one.shape()) {
      case Shape.Word _ -> code(one.key());
      case Shape.Numeral number -> code("{" + one.key() + ": …}") + " " + values(number);
      default -> code("{" + one.key() + ": …}");
    };
  }

  private String bare(Shape shape) {
    return switch (shape) {
      case Shape.Tagged(var tag, _) -> code("{" + tag + ": …}");
      case Shape.Mapping(var entries) -> code("{" + entries.getFirst().key() + ": …}");
      default -> values(shape);
    };
  }

  private static String said(String written, String sentence) {
    return sentence.isEmpty() ? written : written + ": " + sentence;
  }

  private static String otherwise(Shape.Entry entry) {
    if (entry.required()) {
      return "required";
    }
    return entry.otherwise().map(node -> text(entry, node)).orElse("follows from others");
  }

  private static String text(Shape.Entry entry, Node node) {
    return switch (node) {
      case Node.Mapping(var entries) when entry.shape() instanceof Shape.Tagged(var tag, _) ->
          code(entries.getOrDefault(tag, node).given());
      case Node.Mapping _ -> "that of its fields";
      case Node.Real(var value) ->
          code(Double.toString(value).replace("E", "e").replaceFirst("\\.0(?=e|$)", ""));
      default -> code(node.given());
    };
  }

  private static String what(Shape.Entry entry) {
    var notes = entry.notes();
    String letters =
        Stream.of(notes.symbol(), notes.unit())
            .filter(word -> !word.isEmpty())
            .collect(joining(", "));
    String sentence =
        letters.isEmpty() ? notes.sentence() : notes.sentence() + " (" + letters + ")";
    return entry
        .option()
        .map(CommandOption::name)
        .map(option -> sentence + "; option " + code(option))
        .orElse(sentence);
  }

  private static String below(String place, String key) {
    return place.isEmpty() || key.isEmpty() ? place + key : place + "." + key;
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
