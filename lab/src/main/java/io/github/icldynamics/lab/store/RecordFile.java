package io.github.icldynamics.lab.store;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.record.ArrayForm;
import io.github.icldynamics.record.Column;
import io.github.icldynamics.record.Fact;
import io.github.icldynamics.record.Landmark;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Format;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.RecordFormat;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * The record of a run as files: {@code record.json} with facts, landmarks and what every column of
 * the tables means, and a file a table and array.
 */
public final class RecordFile {
  static final String NAME = "record.json";

  private static final Format<List<Fact>> FACTS = Formats.list(fact());
  private static final Format<List<Landmark>> LANDMARKS = Formats.list(landmark());

  static final RecordFormat<Head> HEAD = head();

  /** What the file holds of a record: the rest is in files of their own. */
  record Head(
      String system,
      Ending ending,
      boolean goalReached,
      List<Fact> facts,
      List<Landmark> landmarks,
      List<TableForm> tables,
      List<ArrayForm> arrays,
      List<String> files) {
    static Head of(RunRecord record, List<String> files) {
      return new Head(
          record.system(),
          record.ending(),
          record.goalReached(),
          record.facts(),
          record.landmarks(),
          record.tables().stream().map(Table::form).toList(),
          record.arrays(),
          files);
    }

    RunRecord with(Node.Mapping experiment, List<Table> rows) {
      return new RunRecord(system, experiment, ending, goalReached, facts, landmarks, rows, arrays);
    }
  }

  private RecordFile() {}

  private static RecordFormat<Head> head() {
    var system = text("system", Head::system);
    var ending = word("ending", Ending.values(), Head::ending);
    var goal = Field.of("goalReached", Formats.truth(), Head::goalReached);
    var facts = Field.of("facts", FACTS, Head::facts);
    var landmarks = Field.of("landmarks", LANDMARKS, Head::landmarks);
    var tables = Field.of("tables", Formats.list(table()), Head::tables);
    var arrays = Field.of("arrays", Formats.list(array()), Head::arrays);
    var files = Field.of("files", Formats.list(Formats.text()), Head::files);
    return RecordFormat.of(
        List.of(system, ending, goal, facts, landmarks, tables, arrays, files),
        values ->
            new Head(
                values.get(system),
                values.get(ending),
                values.get(goal),
                values.get(facts),
                values.get(landmarks),
                values.get(tables),
                values.get(arrays),
                values.get(files)));
  }

  private static RecordFormat<Fact> fact() {
    var name = text("name", Fact::name);
    var value = real("value", Fact::value);
    var uncertainty = real("uncertainty", Fact::uncertainty);
    var unit = text("unit", Fact::unit);
    var sentence = text("sentence", Fact::sentence);
    return RecordFormat.of(name, value, uncertainty, unit, sentence, Fact::new);
  }

  private static RecordFormat<Landmark> landmark() {
    var name = text("name", Landmark::name);
    var tau = real("tau", Landmark::tau);
    var sentence = text("sentence", Landmark::sentence);
    return RecordFormat.of(name, tau, sentence, Landmark::new);
  }

  private static RecordFormat<TableForm> table() {
    var name = text("name", TableForm::name);
    var row = text("row", TableForm::sentence);
    var columns = Field.of("columns", Formats.list(column()), TableForm::columns);
    return RecordFormat.of(name, row, columns, TableForm::new);
  }

  private static RecordFormat<Column> column() {
    var name = text("name", Column::name);
    var kind = word("kind", Column.Kind.values(), Column::kind);
    var unit = text("unit", Column::unit);
    var sentence = text("sentence", Column::sentence);
    return RecordFormat.of(name, kind, unit, sentence, Column::new);
  }

  private static RecordFormat<ArrayForm> array() {
    var name = text("name", ArrayForm::name);
    var rows = count("rows", ArrayForm::rows);
    var columns = count("columns", ArrayForm::columns);
    var sentence = text("sentence", ArrayForm::sentence);
    return RecordFormat.of(name, rows, columns, sentence, ArrayForm::new);
  }

  private static <E> Field<E, String> text(String key, Function<E, String> value) {
    return Field.of(key, Formats.text(), value);
  }

  private static <E> Field<E, Double> real(String key, Function<E, Double> value) {
    return Field.of(key, Formats.real(Bounds.finite()), value);
  }

  private static <E> Field<E, Integer> count(String key, Function<E, Integer> value) {
    return Field.of(key, Formats.seed().as(Math::toIntExact, Integer::longValue), value);
  }

  private static <E, T extends Enum<T>> Field<E, T> word(
      String key, T[] values, Function<E, T> value) {
    var words = new LinkedHashMap<String, T>();
    for (var each : values) {
      words.put(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), each);
    }
    return Field.of(key, Formats.word(words), value);
  }

  /** The facts of a record, as the file has them. */
  public static Node facts(RunRecord record) {
    return FACTS.write(record.facts());
  }

  /** The landmarks of a record, as the file has them. */
  public static Node landmarks(RunRecord record) {
    return LANDMARKS.write(record.landmarks());
  }

  /** Where a run folder keeps its record. */
  public static Path in(Path folder) {
    return folder.resolve(NAME);
  }

  /**
   * The text of {@code record.json}.
   *
   * @param files the names of all files of the folder
   */
  static String text(RunRecord record, List<String> files) {
    return Json.text(HEAD.write(Head.of(record, files)));
  }

  /**
   * The record in a run folder.
   *
   * @throws InvalidInputException if there is none that can be read
   */
  public static RunRecord read(Path folder) {
    try {
      var head = head(folder);
      String experiment = Files.readString(RunFolder.experimentOf(folder));
      var document = Yaml.read(folder.toString(), experiment);
      if (!(document instanceof Node.Mapping mapping)) {
        throw document.refused("must be an experiment");
      }
      var tables = new ArrayList<Table>();
      for (var form : head.tables()) {
        try (var in = Files.newBufferedReader(folder.resolve(form.name() + ".csv"))) {
          tables.add(CsvTable.read(form, in));
        }
      }
      return head.with(mapping, tables);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder.toString(), "must be a run folder that can be read, with " + NAME + " in it");
    }
  }

  private static Head head(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    try {
      return HEAD.read(Json.read(file.toString(), Files.readString(file)));
    } catch (InvalidInputException e) {
      String message = String.valueOf(e.getMessage());
      throw message.contains(file.toString())
          ? e
          : new InvalidInputException(file.toString(), "must be the record of a run: " + message);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file.toString(), "must be text in UTF-8");
    }
  }

  /**
   * The hash of the experiment of a run folder, as its summary has it.
   *
   * @throws StorageException if it cannot be read
   */
  public static String hashOf(Path folder) {
    var file = folder.resolve(RunStore.SUMMARY);
    try {
      var hash = Json.entries(file.toString(), Files.readString(file), Set.of("hash")).get("hash");
      return hash instanceof Node.Text(String text) ? text : "";
    } catch (IOException e) {
      throw StorageException.reading(file, e);
    }
  }

  /**
   * Makes sure that a folder holds a run and nothing else.
   *
   * @throws InvalidInputException if not
   */
  public static void requireNothingElse(Path folder) {
    try {
      if (!Files.isRegularFile(in(folder))) {
        throw new InvalidInputException(folder.toString(), "must be a run folder, and is none");
      }
      var foreign = RunPlace.foreignIn(folder);
      if (foreign.isPresent()) {
        throw new InvalidInputException(
            folder.toString(), "must hold nothing but a run, not " + foreign.get());
      }
    } catch (IOException e) {
      throw StorageException.reading(folder, e);
    }
  }

  /**
   * The names of the files of a run folder.
   *
   * @throws StorageException if they cannot be read
   */
  public static Set<String> allFilesOf(Path folder) {
    try {
      return filesOf(folder);
    } catch (IOException e) {
      throw StorageException.reading(folder, e);
    }
  }

  /**
   * The names of the files that two runs of one experiment have in common to the byte.
   *
   * @throws StorageException if they cannot be read
   */
  public static Set<String> comparableFilesOf(Path folder) {
    var files = new HashSet<>(allFilesOf(folder));
    files.removeAll(Set.of(PartLog.FILE, Provenance.NAME));
    return files;
  }

  /**
   * The names of the files that the run in a folder has written; none but the experiment's and the
   * log's, if it says none.
   */
  static Set<String> filesOf(Path folder) throws IOException {
    // The log goes last, and may have been left by a process that was killed before.
    var own = new HashSet<>(Set.of(RunFolder.EXPERIMENT_FILE, PartLog.FILE));
    if (Files.isRegularFile(folder.resolve(NAME))) {
      own.add(NAME);
      own.addAll(head(folder).files());
    }
    return own;
  }
}
