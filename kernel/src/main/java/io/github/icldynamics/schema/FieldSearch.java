package io.github.icldynamics.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The search for a path in a shape, which may fork where there are several possibilities. */
final class FieldSearch {
  private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,6})]");

  private final String text;
  private final List<String> names;

  FieldSearch(String text) {
    this.text = text;
    this.names = names(text);
  }

  /** Names and indices, in their order: an index is a name that begins with a bracket. */
  private static List<String> names(String text) {
    var names = new ArrayList<String>();
    for (String name : text.split("\\.", -1)) {
      int bracket = name.indexOf('[');
      names.add(bracket < 0 ? name : name.substring(0, bracket));
      if (bracket >= 0) {
        for (String index : name.substring(bracket).split("(?<=])", 0)) {
          names.add(index);
        }
      }
    }
    return names;
  }

  Optional<FieldPath> from(Shape shape) {
    return find(0, shape, List.of(), new Shape.Notes("", "", ""));
  }

  private Optional<FieldPath> find(int at, Shape shape, List<FieldStep> steps, Shape.Notes notes) {
    if (at == names.size()) {
      return Optional.of(new FieldPath(text, steps, shape, notes));
    }
    String name = names.get(at);
    return switch (shape) {
      case Shape.Mapping(var entries) -> inMapping(at, entries, steps);
      case Shape.Tagged(_, var cases) -> inCases(at, cases, steps, notes);
      case Shape.OneOf(var cases) -> inChoice(at, name, cases, steps, notes);
      case Shape.Items(var element) -> {
        var index = INDEX.matcher(name);
        yield index.matches()
            ? find(
                at + 1,
                element,
                and(steps, new FieldStep.Item(Integer.parseInt(index.group(1)))),
                notes)
            : Optional.empty();
      }
      case Shape.Numeral _, Shape.Truth _, Shape.Word _ -> Optional.empty();
    };
  }

  private Optional<FieldPath> inMapping(int at, List<Shape.Entry> entries, List<FieldStep> steps) {
    for (var entry : entries) {
      if (entry.key().equals(names.get(at))) {
        var step = new FieldStep.Entry(entry.key(), constants(entry.shape()));
        return find(at + 1, entry.shape(), and(steps, step), entry.notes());
      }
      if (entry.shape() instanceof Shape.Tagged(_, var cases)) {
        var constant = inCases(at, cases, steps, entry.notes());
        if (constant.isPresent()) {
          return constant;
        }
      }
    }
    return Optional.empty();
  }

  /** The constants of a tagged field stand beside it. */
  private static List<String> constants(Shape shape) {
    return shape instanceof Shape.Tagged(_, var cases)
        ? cases.stream()
            .filter(each -> each.shape() instanceof Shape.Mapping)
            .flatMap(each -> ((Shape.Mapping) each.shape()).entries().stream())
            .<String>map(Shape.Entry::key)
            .toList()
        : List.of();
  }

  private Optional<FieldPath> inCases(
      int at, List<Shape.Case> cases, List<FieldStep> steps, Shape.Notes notes) {
    return cases.stream()
        .map(each -> find(at, each.shape(), steps, notes))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<FieldPath> inChoice(
      int at, String name, List<Shape.Case> cases, List<FieldStep> steps, Shape.Notes notes) {
    for (var each : cases) {
      var found =
          !FieldPath.isKeyed(each)
              ? find(at, each.shape(), steps, notes)
              : each.key().equals(name)
                  ? find(at + 1, each.shape(), and(steps, new FieldStep.Only(name)), notes)
                  : Optional.<FieldPath>empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<FieldStep> and(List<FieldStep> steps, FieldStep last) {
    var more = new ArrayList<>(steps);
    more.add(last);
    return more;
  }
}
