package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.chart.Scale;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import io.github.icldynamics.schema.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hipparchus.util.FastMath;

/**
 * How an axis is written: a list, {@code {linspace: [from, to, number]}}, {@code {logspace: …}}, or
 * a text as on the command line: {@code 10,100,1000}, {@code 10..1e6:log:11}, {@code 0.1..0.9:9},
 * {@code K^2}. Beside another one: {@code {along: FIELD, values: …}}.
 */
final class AxisFormat {
  private static final Pattern RANGE =
      Pattern.compile("(?<from>[^,(]+?)\\.\\.(?<to>[^:,(]+)(?<log>:log)?(?::(?<number>[^:]+))?");

  private static final List<String> KEYS = List.of("linspace", "logspace", "along", "values");
  private static final int USUAL_NUMBER = 11;
  private static final int MOST_VALUES = 1_000_000;

  private AxisFormat() {}

  /**
   * The axis of a field.
   *
   * @throws InvalidInputException without a field, if it is none
   */
  static Axis read(String field, Node node) {
    if (node instanceof Node.Mapping(var entries) && entries.containsKey("along")) {
      requireKeys(entries, "along", "values");
      return new Axis(
          field,
          InvalidInputException.within("values", () -> values(required(entries, "values"))),
          Optional.of(required(entries, "along").given()));
    }
    return new Axis(field, values(node), Optional.empty());
  }

  private static Node required(Map<String, Node> entries, String key) {
    var node = entries.get(key);
    if (node == null) {
      throw new InvalidInputException(key, "is required but not given");
    }
    return node;
  }

  private static void requireKeys(Map<String, Node> entries, String... allowed) {
    for (String key : entries.keySet()) {
      if (!List.of(allowed).contains(key)) {
        throw new InvalidInputException(
            Words.clipped(key), "is not a known key" + Words.hint(key, KEYS));
      }
    }
  }

  private static AxisValues values(Node node) {
    return switch (node) {
      case Node.Items(var items)
          when !items.isEmpty() && items.stream().noneMatch(Node.Nothing.class::isInstance) ->
          new AxisValues.Listed(items);
      case Node.Mapping(var entries) -> spaced(entries);
      case Node.Text(var text) -> typed(text);
      case Node.Whole _, Node.Real _, Node.Truth _ -> new AxisValues.Listed(List.of(node));
      case Node.Items _, Node.Nothing _ ->
          throw node.refused(
              "must be a list with at least one value, linspace, logspace or an expression");
    };
  }

  private static AxisValues spaced(Map<String, Node> entries) {
    requireKeys(entries, "linspace", "logspace");
    if (entries.size() != 1) {
      throw new InvalidInputException("", "must have one of the keys linspace and logspace");
    }
    var entry = entries.entrySet().iterator().next();
    return InvalidInputException.within(
        entry.getKey(),
        () -> {
          if (!(entry.getValue() instanceof Node.Items(var items)) || items.size() != 3) {
            throw entry.getValue().refused("must be a list [from, to, number of values]");
          }
          var scale = entry.getKey().equals("logspace") ? Scale.LOG : Scale.LINEAR;
          return spaced(number(items.get(0)), number(items.get(1)), items.get(2).given(), scale);
        });
  }

  private static double number(Node node) {
    return Numerals.finite("", node.given());
  }

  private static AxisValues.Spaced spaced(double from, double to, String number, Scale scale) {
    if (scale == Scale.LOG && !(from > 0 && to > 0)) {
      throw new InvalidInputException(
          "", "must have positive ends on a logarithmic scale, not %s and %s".formatted(from, to));
    }
    long values = Numerals.whole("", number);
    if (values < 2 || values > MOST_VALUES) {
      throw new InvalidInputException(
          "", "must have from 2 to %d values, not %d".formatted(MOST_VALUES, values));
    }
    return new AxisValues.Spaced(from, to, (int) values, scale);
  }

  /** Values as one text. */
  private static AxisValues typed(String text) {
    var range = RANGE.matcher(text.strip());
    if (range.matches()) {
      return range(range);
    }
    if (text.contains(",") && !text.contains("(")) {
      return new AxisValues.Listed(
          Arrays.stream(text.split(",", -1))
              .<Node>map(part -> new Node.Text(part.strip()))
              .toList());
    }
    return isNumeral(text)
        ? new AxisValues.Listed(List.of(new Node.Text(text.strip())))
        : new AxisValues.Computed(Expression.of(text));
  }

  private static boolean isNumeral(String text) {
    return text.strip().matches("inf|[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
  }

  private static AxisValues range(Matcher range) {
    double from = Numerals.finite("", range.group("from"));
    double to = Numerals.finite("", range.group("to"));
    var scale = range.group("log") == null ? Scale.LINEAR : Scale.LOG;
    var number = range.group("number");
    return spaced(from, to, number == null ? usualNumber(from, to, scale) : number, scale);
  }

  /** One a decade, or eleven. */
  private static String usualNumber(double from, double to, Scale scale) {
    if (scale == Scale.LINEAR || !(from > 0 && to > 0)) {
      return Integer.toString(USUAL_NUMBER);
    }
    double decades = FastMath.abs(FastMath.log10(to / from));
    return Integer.toString(Math.max(2, (int) FastMath.rint(decades) + 1));
  }

  /** How it is written. */
  static Node write(Axis axis) {
    var values = write(axis.values());
    return axis.along()
        .<Node>map(
            field ->
                Node.Mapping.empty().with("along", new Node.Text(field)).with("values", values))
        .orElse(values);
  }

  private static Node write(AxisValues values) {
    return switch (values) {
      case AxisValues.Listed(var nodes) -> new Node.Items(nodes);
      case AxisValues.Spaced(double from, double to, int number, Scale scale) ->
          Node.Mapping.empty()
              .with(
                  scale == Scale.LOG ? "logspace" : "linspace",
                  new Node.Items(
                      List.of(new Node.Real(from), new Node.Real(to), new Node.Whole(number))));
      case AxisValues.Computed(var expression) -> new Node.Text(expression.text());
    };
  }
}
