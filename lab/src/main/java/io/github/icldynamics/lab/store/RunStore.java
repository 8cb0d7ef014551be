package io.github.icldynamics.lab.store;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.lab.figure.Picture;
import io.github.icldynamics.lab.run.Workers;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.record.ArrayForm;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.LearningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Writes the files of a run: its record, its summary, and its pictures, drawn from the record. */
public final class RunStore {
  static final String SUMMARY = "summary.json";

  private final RunFolder folder;

  private RunStore(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes all files but the experiment, which is there.
   *
   * @param charts of the run, by name
   * @param besides what makes files of other kinds, by their names
   * @param request what was asked for
   * @param threads used for the run, and to draw its pictures
   * @throws StorageException if the machine does not let a file be written
   */
  public static void write(
      LearningSystem<?> system,
      RunRecord record,
      Map<String, Chart> charts,
      Map<String, Supplier<byte[]>> besides,
      RunRequest request,
      int threads,
      RunFolder folder) {
    var store = new RunStore(folder);
    try {
      for (var table : record.tables()) {
        store.writeTable(table);
      }
      for (var array : record.arrays()) {
        store.writeArray(array);
      }
      store.writeText(SUMMARY, Json.text(summary(system, record)) + "\n");
      var pictures = pictures(charts);
      pictures.putAll(besides);
      store.writeMade(pictures, threads);
      var files = files(record, pictures.keySet());
      store.writeText(RecordFile.NAME, RecordFile.text(record, files) + "\n");
      store.writeText(
          Provenance.NAME, Json.text(Provenance.of(record, request, threads, folder.log())) + "\n");
    } catch (IOException e) {
      throw StorageException.writing(folder.draft(), e);
    }
  }

  /** What programs read of a run: experiment, hash and outcome, then what its system says. */
  public static Node.Mapping summary(LearningSystem<?> system, RunRecord record) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("experiment", record.experiment());
    entries.put("hash", new Node.Text(Yaml.hash(record.experiment())));
    entries.put("outcome", new Node.Text(record.ending().title()));
    entries.putAll(system.summary(record).entries());
    return new Node.Mapping(entries);
  }

  private static List<String> files(RunRecord record, Set<String> pictures) {
    return Stream.of(
            Stream.of(RunFolder.EXPERIMENT_FILE, SUMMARY, Provenance.NAME, RecordFile.NAME),
            record.tables().stream().map(table -> table.form().name() + ".csv"),
            record.arrays().stream().map(array -> array.name() + ".npy"),
            pictures.stream())
        .flatMap(names -> names)
        .distinct()
        .sorted()
        .toList();
  }

  private void writeText(String name, String text) throws IOException {
    Files.writeString(folder.file(name), text);
  }

  private void writeTable(Table table) throws IOException {
    try (var writer = Files.newBufferedWriter(folder.file(table.form().name() + ".csv"))) {
      CsvTable.write(table, writer);
    }
  }

  /** Row by row from the finished parts: it need not fit into memory. */
  private void writeArray(ArrayForm form) throws IOException {
    var path = folder.file(form.name() + ".npy");
    try (var file = ArrayFile.create(path, form.rows(), form.columns())) {
      for (var part : folder.log().parts()) {
        var row = folder.log().read(part).arrays().get(form.name());
        if (row == null) {
          throw new IllegalStateException("part " + part + " has no row of " + form.name());
        }
        file.add(row);
      }
    }
  }

  private static Map<String, Supplier<byte[]>> pictures(Map<String, Chart> charts) {
    var pictures = new LinkedHashMap<String, Supplier<byte[]>>();
    charts.forEach(
        (name, chart) -> {
          pictures.put(name + ".svg", () -> Picture.svg(chart).getBytes(StandardCharsets.UTF_8));
          pictures.put(name + ".png", () -> Picture.png(chart));
        });
    return pictures;
  }

  /** Made at once, for drawing takes longer than most runs; written in their order. */
  private void writeMade(Map<String, Supplier<byte[]>> files, int threads) throws IOException {
    try (var workers = new Workers(threads)) {
      var made = workers.inOrder(List.copyOf(files.values())).iterator();
      for (var name : files.keySet()) {
        Files.write(folder.file(name), made.next());
      }
    } catch (UncheckedIOException e) {
      throw StorageException.making(e);
    }
  }
}
