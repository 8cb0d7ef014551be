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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The record of a run as files: {@code record.json} with facts, landmarks and what every column of
 * the tables means, and a file a table and array.
 */
public final class RecordFile {
  static final String NAME = "record.json";

  private static final Format<String> TEXT = Formats.text();

  private static final Field<Column, String> COLUMN_NAME =
      Field.of("name", TEXT, Column::name).says("in the head of the table");
  private static final Field<Column, Column.Kind> KIND =
      Field.of("kind", Formats.word(words(Column.Kind.values())), Column::kind)
          .says("of its cells");
  private static final Field<Column, String> UNIT =
      Field.of("unit", TEXT, Column::unit).says("of its cells");
  private static final Field<Column, String> COLUMN_SENTENCE =
      Field.of("sentence", TEXT, Column::sentence).says("what it holds");
  private static final RecordFormat<Column> COLUMN =
      RecordFormat.of(
          List.of(COLUMN_NAME, KIND, UNIT, COLUMN_SENTENCE),
          values ->
              new Column(
                  values.get(COLUMN_NAME),
                  values.get(KIND),
                  values.get(UNIT),
                  values.get(COLUMN_SENTENCE)));

  private static final Field<TableForm, String> TABLE_NAME =
      Field.of("name", TEXT, TableForm::name).says("its file is NAME.csv");
  private static final Field<TableForm, String> TABLE_SENTENCE =
      Field.of("row", TEXT, TableForm::sentence).says("what a row is");
  private static final Field<TableForm, List<Column>> COLUMNS =
      Field.of("columns", Formats.list(COLUMN), TableForm::columns).says("in their order");
  private static final RecordFormat<TableForm> TABLE =
      RecordFormat.of(
          List.of(TABLE_NAME, TABLE_SENTENCE, COLUMNS),
          values ->
              new TableForm(
                  values.get(TABLE_NAME), values.get(TABLE_SENTENCE), values.get(COLUMNS)));

  private static final Field<ArrayForm, String> ARRAY_NAME =
      Field.of("name", TEXT, ArrayForm::name).says("its file is NAME.npy");
  private static final Field<ArrayForm, Long> ROWS =
      Field.of("rows", Formats.seed(), (ArrayForm form) -> (long) form.rows()).says("of it");
  private static final Field<ArrayForm, Long> WIDTH =
      Field.of("columns", Formats.seed(), (ArrayForm form) -> (long) form.columns()).says("of it");
  private static final Field<ArrayForm, String> ARRAY_SENTENCE =
      Field.of("sentence", TEXT, ArrayForm::sentence).says("what it holds");
  private static final RecordFormat<ArrayForm> ARRAY =
      RecordFormat.of(
          List.of(ARRAY_NAME, ROWS, WIDTH, ARRAY_SENTENCE),
          values ->
              new ArrayForm(
                  values.get(ARRAY_NAME),
                  Math.toIntExact(values.get(ROWS)),
                  Math.toIntExact(values.get(WIDTH)),
                  values.get(ARRAY_SENTENCE)));

  private static final Field<Fact, String> FACT_NAME =
      Field.of("name", TEXT, Fact::name).says("a path of names");
  private static final Field<Fact, Double> VALUE =
      Field.of("value", Formats.real(Bounds.finite()), Fact::value).says("the number");
  private static final Field<Fact, Double> UNCERTAINTY =
      Field.of("uncertainty", Formats.real(Bounds.finite()), Fact::uncertainty).says("of it");
  private static final Field<Fact, String> FACT_UNIT =
      Field.of("unit", TEXT, Fact::unit).says("of it");
  private static final Field<Fact, String> FACT_SENTENCE =
      Field.of("sentence", TEXT, Fact::sentence).says("what it is");
  private static final RecordFormat<Fact> FACT =
      RecordFormat.of(
          List.of(FACT_NAME, VALUE, UNCERTAINTY, FACT_UNIT, FACT_SENTENCE),
          values ->
              new Fact(
                  values.get(FACT_NAME),
                  values.get(VALUE),
                  values.get(UNCERTAINTY),
                  values.get(FACT_UNIT),
                  values.get(FACT_SENTENCE)));

  private static final Field<Landmark, String> LANDMARK_NAME =
      Field.of("name", TEXT, Landmark::name).says("a path of names");
  private static final Field<Landmark, Double> TAU =
      Field.of("tau", Formats.real(Bounds.finite()), Landmark::tau).says("the flow time");
  private static final Field<Landmark, String> LANDMARK_SENTENCE =
      Field.of("sentence", TEXT, Landmark::sentence).says("what happens there");
  private static final RecordFormat<Landmark> LANDMARK =
      RecordFormat.of(
          List.of(LANDMARK_NAME, TAU, LANDMARK_SENTENCE),
          values ->
              new Landmark(
                  values.get(LANDMARK_NAME), values.get(TAU), values.get(LANDMARK_SENTENCE)));

  /** What the file holds of a record: the rest is in files of their own. */
  private record Head(
      String system,
      Ending ending,
      boolean goalReached,
      List<Fact> facts,
      List<Landmark> landmarks,
      List<TableForm> tables,
      List<ArrayForm> arrays,
      List<String> files) {}

  private static final Field<Head, String> SYSTEM =
      Field.of("system", TEXT, Head::system).says("the system's key");
  private static final Field<Head, Ending> ENDING =
      Field.of("ending", Formats.word(words(Ending.values())), Head::ending).says("how it ended");
  private static final Field<Head, Boolean> GOAL =
      Field.of("goalReached", Formats.truth(), Head::goalReached).says("as was asked for");
  private static final Field<Head, List<Fact>> FACTS =
      Field.of("facts", Formats.list(FACT), Head::facts).says("numbers with a name");
  private static final Field<Head, List<Landmark>> LANDMARKS =
      Field.of("landmarks", Formats.list(LANDMARK), Head::landmarks).says("times with a name");
  private static final Field<Head, List<TableForm>> TABLES =
      Field.of("tables", Formats.list(TABLE), Head::tables).says("rows of described columns");
  private static final Field<Head, List<ArrayForm>> ARRAYS =
      Field.of("arrays", Formats.list(ARRAY), Head::arrays).says("matrices");
  private static final Field<Head, List<String>> FILES =
      Field.of("files", Formats.list(TEXT), Head::files).says("all files of the folder");
  private static final RecordFormat<Head> HEAD =
      RecordFormat.of(
          List.of(SYSTEM, ENDING, GOAL, FACTS, LANDMARKS, TABLES, ARRAYS, FILES),
          values ->
              new Head(
                  values.get(SYSTEM),
                  values.get(ENDING),
                  values.get(GOAL),
                  values.get(FACTS),
                  values.get(LANDMARKS),
                  values.get(TABLES),
                  values.get(ARRAYS),
                  values.get(FILES)));

  private RecordFile() {}

  private static <T extends Enum<T>> Map<String, T> words(T[] values) {
    var words = new LinkedHashMap<String, T>();
    for (var value : values) {
      words.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
    }
    return words;
  }

  /**
   * The text of {@code record.json}.
   *
   * @param files the names of all files of the folder
   */
  static String text(RunRecord record, List<String> files) {
    var head =
        new Head(
            record.system(),
            record.ending(),
            record.goalReached(),
            record.facts(),
            record.landmarks(),
            record.tables().stream().map(Table::form).toList(),
            record.arrays(),
            files);
    return Json.text(HEAD.write(head));
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
      return new RunRecord(
          head.system(),
          mapping,
          head.ending(),
          head.goalReached(),
          head.facts(),
          head.landmarks(),
          tables,
          head.arrays());
    } catch (IOException e) {
      throw new InvalidInputException(
          folder.toString(), "must be a run folder that can be read, with " + NAME + " in it");
    }
  }

  private static Head head(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    return HEAD.read(Json.read(file.toString(), Files.readString(file)));
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

  /** The names of files in order, without repetition. */
  static List<String> names(Stream<String> names) {
    return names.distinct().sorted().collect(Collectors.toList());
  }
}
