package io.github.icldynamics.lab.runs;

import io.github.icldynamics.record.Fact;
import io.github.icldynamics.record.Landmark;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.Leaves;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two runs side by side.
 *
 * @param experiment fields in which their experiments differ
 * @param measured facts and landmarks of both, with what the second is of the first
 */
public record Comparison(List<Row> experiment, List<Row> measured) {
  /**
   * A line.
   *
   * @param first empty if the first run has nothing of that name
   * @param second likewise
   * @param ratio second over first; empty where it says nothing
   */
  public record Row(String name, String first, String second, String ratio) {}

  public Comparison {
    experiment = List.copyOf(experiment);
    measured = List.copyOf(measured);
  }

  /** Compares two runs. */
  public static Comparison of(RunRecord first, RunRecord second) {
    return new Comparison(
        experiments(fields(first), fields(second)), measured(numbers(first), numbers(second)));
  }

  private static Map<String, String> fields(RunRecord record) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("system", record.system());
    Leaves.of(record.experiment()).forEach((path, node) -> fields.put(path, node.given()));
    fields.put("outcome", record.ending().title());
    return fields;
  }

  private static List<Row> experiments(Map<String, String> first, Map<String, String> second) {
    var rows = new ArrayList<Row>();
    for (String name : union(first, second)) {
      String before = Objects.requireNonNullElse(first.get(name), "");
      String after = Objects.requireNonNullElse(second.get(name), "");
      if (!isSame(before, after)) {
        rows.add(new Row(name, before, after, ""));
      }
    }
    return rows;
  }

  /** 1 and 1.0 are one number in two documents. */
  private static boolean isSame(String first, String second) {
    try {
      return first.equals(second) || Double.parseDouble(first) == Double.parseDouble(second);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static <T> List<String> union(Map<String, T> first, Map<String, T> second) {
    var names = new LinkedHashSet<>(first.keySet());
    names.addAll(second.keySet());
    return List.copyOf(names);
  }

  private static Map<String, Double> numbers(RunRecord record) {
    var numbers = new LinkedHashMap<String, Double>();
    for (Fact fact : record.facts()) {
      numbers.put(fact.name(), fact.value());
    }
    for (Landmark landmark : record.landmarks()) {
      numbers.put(landmark.name(), landmark.tau());
    }
    return numbers;
  }

  private static List<Row> measured(Map<String, Double> first, Map<String, Double> second) {
    var rows = new ArrayList<Row>();
    for (String name : union(first, second)) {
      double before = first.getOrDefault(name, Double.NaN);
      double after = second.getOrDefault(name, Double.NaN);
      rows.add(new Row(name, text(before), text(after), ratio(before, after)));
    }
    return rows;
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "" : SignificantDigits.of(value);
  }

  private static String ratio(double before, double after) {
    boolean says = before != 0 && before != after && Double.isFinite(after / before);
    return says ? "× " + SignificantDigits.of(after / before) : "";
  }
}
