package io.github.icldynamics.record;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.schema.Node;
import java.util.List;
import java.util.Optional;

/**
 * What a run has measured, as data: all that is stored, drawn, told or compared of it. Nothing
 * after the run trains, samples or evaluates again.
 *
 * @param system the key of its system
 * @param experiment as it is written
 * @param ending how it ended
 * @param goalReached whether it came to what was asked for
 * @param facts numbers with a name
 * @param landmarks times with a name
 * @param tables rows of described columns
 * @param arrays what else was stored row by row
 */
public record RunRecord(
    String system,
    Node.Mapping experiment,
    Ending ending,
    boolean goalReached,
    List<Fact> facts,
    List<Landmark> landmarks,
    List<Table> tables,
    List<ArrayForm> arrays) {
  public RunRecord {
    facts = List.copyOf(facts);
    landmarks = List.copyOf(landmarks);
    tables = List.copyOf(tables);
    arrays = List.copyOf(arrays);
  }

  /** The table of a name. */
  public Table table(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("the record has no table " + name));
  }

  /** The table of a name, if the run has made it. */
  public Optional<Table> find(String name) {
    return tables.stream().filter(table -> table.form().name().equals(name)).findFirst();
  }

  /** The fact of a name. */
  public Optional<Fact> fact(String name) {
    return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
  }

  /** The value of a fact that every run has. */
  public double value(String name) {
    return fact(name)
        .orElseThrow(() -> new IllegalArgumentException("the record has no fact " + name))
        .value();
  }
}
