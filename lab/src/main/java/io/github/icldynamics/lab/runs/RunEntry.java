package io.github.icldynamics.lab.runs;

import io.github.icldynamics.lab.store.RecordFile;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Leaves;
import io.github.icldynamics.schema.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an index knows of a run.
 *
 * @param hash of its experiment
 * @param outcome how it ended; {@code failed} where there is none
 * @param fields of the experiment by path, then facts and landmarks by name
 * @param measured the names of facts and landmarks
 */
record RunEntry(
    RunPath path,
    String hash,
    String system,
    String outcome,
    Map<String, Node> fields,
    Set<String> measured) {
  private static final Set<String> OF_SUMMARY = Set.of("experiment", "hash", "outcome");
  private static final Set<String> OF_RECORD = Set.of("system", "facts", "landmarks");
  private static final Set<String> OF_POINT = Set.of("experiment", "record", "failure");

  /** Reads it; no value if what is there is no run, or has gone. */
  static Optional<RunEntry> read(Path store, RunPath path) {
    try {
      var there = store.resolve(path.path());
      return Optional.of(path.isOfSweep() ? ofSweep(there, path) : ofFolder(there, path));
    } catch (IOException | InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static RunEntry ofFolder(Path folder, RunPath path) throws IOException {
    var summary = entries(folder.resolve("summary.json"), OF_SUMMARY);
    var record = entries(RecordFile.in(folder), OF_RECORD);
    return new RunEntry(
        path,
        text(summary, "hash"),
        text(record, "system"),
        text(summary, "outcome"),
        fields(summary.get("experiment"), record),
        measured(record).keySet());
  }

  private static RunEntry ofSweep(Path file, RunPath path) throws IOException {
    var run = entries(file, OF_POINT);
    String name = String.valueOf(file.getFileName());
    var record =
        run.get("record") instanceof Node.Mapping(var inner) ? inner : Map.<String, Node>of();
    return new RunEntry(
        path,
        name.substring(0, name.indexOf('.')),
        text(record, "system"),
        record.isEmpty() ? "failed" : text(record, "ending").replace('-', ' '),
        fields(run.get("experiment"), record),
        measured(record).keySet());
  }

  /** Whether a field is one of the experiment. */
  boolean isOfExperiment(String name) {
    return !measured.contains(name);
  }

  /** The fields of an experiment by path, then facts and landmarks by name. */
  static Map<String, Node> fields(RunRecord record) {
    var fields = new LinkedHashMap<String, Node>();
    fields.putAll(Leaves.of(record.experiment()));
    record.facts().forEach(fact -> fields.put(fact.name(), new Node.Real(fact.value())));
    record.landmarks().forEach(mark -> fields.put(mark.name(), new Node.Real(mark.tau())));
    return fields;
  }

  private static Map<String, Node> entries(Path file, Set<String> wanted) throws IOException {
    return Json.entries(file.toString(), Files.readString(file), wanted);
  }

  private static String text(Map<String, Node> entries, String key) {
    return entries.get(key) instanceof Node.Text(String text) ? text : "";
  }

  private static Map<String, Node> fields(@Nullable Node experiment, Map<String, Node> record) {
    var fields = new LinkedHashMap<String, Node>();
    if (experiment != null) {
      fields.putAll(Leaves.of(experiment));
    }
    fields.putAll(measured(record));
    return fields;
  }

  private static Map<String, Node> measured(Map<String, Node> record) {
    var measured = new LinkedHashMap<String, Node>();
    named(record.get("facts"), "value", measured);
    named(record.get("landmarks"), "tau", measured);
    return measured;
  }

  private static void named(@Nullable Node list, String value, Map<String, Node> fields) {
    if (!(list instanceof Node.Items(List<Node> items))) {
      return;
    }
    for (var item : items) {
      if (item instanceof Node.Mapping(var entries)
          && entries.get("name") instanceof Node.Text(String name)) {
        fields.put(name, entries.getOrDefault(value, new Node.Nothing()));
      }
    }
  }
}
