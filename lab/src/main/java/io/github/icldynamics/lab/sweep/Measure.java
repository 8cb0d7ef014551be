package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.lab.store.RunText;
import io.github.icldynamics.record.Fact;
import io.github.icldynamics.record.Landmark;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number of a record by its name: of a fact, of a landmark (with or without {@code .tau} behind
 * it), or {@code table.column}, the last row of a table. The end of a name is enough where one fact
 * has it; of landmarks that several queries have, it means the latest.
 *
 * @param name as written
 */
record Measure(String name) {
  private static final List<String> OF_LANDMARKS = List.of("", ".tau", ".to");

  /** What can be asked for of a record. */
  static List<String> names(RunRecord record) {
    return Stream.concat(
            record.facts().stream().map(Fact::name),
            record.landmarks().stream().map(Landmark::name))
        .toList();
  }

  /** Its value in a record; nothing if the record has none. */
  Node of(RunRecord record) {
    return fact(record)
        .or(() -> landmark(record))
        .or(() -> lastRow(record))
        .or(() -> factEndingSo(record))
        .or(() -> landmarkEndingSo(record))
        .orElseGet(Node.Nothing::new);
  }

  private Optional<Node> fact(RunRecord record) {
    return record.fact(name).map(fact -> new Node.Real(fact.value()));
  }

  private Optional<Node> factEndingSo(RunRecord record) {
    var found = record.facts().stream().filter(fact -> fact.name().endsWith("." + name)).toList();
    return found.size() == 1
        ? Optional.of(new Node.Real(found.getFirst().value()))
        : Optional.empty();
  }

  private Optional<Node> landmark(RunRecord record) {
    return record.landmarks().stream()
        .filter(landmark -> isCalled(landmark.name()))
        .findFirst()
        .map(landmark -> new Node.Real(landmark.tau()));
  }

  private boolean isCalled(String landmark) {
    return OF_LANDMARKS.stream().anyMatch(ending -> name.equals(landmark + ending));
  }

  private Optional<Node> landmarkEndingSo(RunRecord record) {
    return record.landmarks().stream()
        .filter(landmark -> isEndOf(landmark.name()))
        .map(Landmark::tau)
        .max(Double::compare)
        .map(Node.Real::new);
  }

  private boolean isEndOf(String landmark) {
    return OF_LANDMARKS.stream()
        .filter(name::endsWith)
        .map(ending -> "." + name.substring(0, name.length() - ending.length()))
        .anyMatch(landmark::endsWith);
  }

  private Optional<Node> lastRow(RunRecord record) {
    int dot = name.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : record
            .find(name.substring(0, dot))
            .flatMap(table -> lastCell(table, name.substring(dot + 1)));
  }

  private static Optional<Node> lastCell(Table table, String column) {
    var names = new ArrayList<String>();
    table.form().columns().forEach(each -> names.add(each.name()));
    return table.size() == 0 || !names.contains(column)
        ? Optional.empty()
        : Optional.of(RunText.cell(table, names.indexOf(column), table.size() - 1));
  }
}
